"""A line in the only plot."""
# needs: matplotlib
# fails: TypeError at line 11
# prints: 1
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(3, 2))
axes[0].plot([1, 2])  # rising
print(len(figure.axes[0].lines))
