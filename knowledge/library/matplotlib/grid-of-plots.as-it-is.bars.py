"""`bar` is no misspelt `var` of the array: the rows of a grid of plots were taken for plots."""
# needs: matplotlib
# fails: AttributeError at line 12
# prints: 4
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure, axes = plt.subplots(nrows=2, ncols=2)
for ax, height in zip(axes, [3, 1, 2, 5]):
    ax.bar(["a"], [height])  # one bar each
print(sum(len(ax.patches) for ax in figure.axes))
