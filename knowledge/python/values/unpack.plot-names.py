"""The figure and two plots."""
# needs: matplotlib
# fails: ValueError at line 10
# prints: 2
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

fig, left, right = plt.subplots(1, 2)  # side by side
left.plot([1, 2])
print(len(fig.axes))
