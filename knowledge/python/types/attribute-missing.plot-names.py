"""One name got the figure and its plot."""
# needs: matplotlib
# fails: AttributeError at line 11
# prints: 1
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

ax = plt.subplots(figsize=(4, 3))  # one plot
ax.plot([1, 2])
print(len(ax.lines))
