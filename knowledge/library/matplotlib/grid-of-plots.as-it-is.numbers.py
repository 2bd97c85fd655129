"""Four plots by their numbers."""
# needs: matplotlib
# fails: AttributeError at line 11
# prints: 4
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

fig, axs = plt.subplots(2, 2)  # four
axs[0].plot([1, 2])
axs[1].plot([2, 3])
axs[2].bar(["a"], [3])
axs[3].plot([4, 5])
print(sum(bool(ax.lines or ax.patches) for ax in fig.axes))
