"""The same line in four plots."""
# needs: matplotlib
# fails: AttributeError at line 12
# prints: 4
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure, axes = plt.subplots(2, 2)
for ax in axes:  # all four
    ax.plot([1, 2])
print(sum(len(ax.lines) for ax in figure.axes))
