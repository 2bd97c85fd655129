"""Each plot with its name."""
# needs: matplotlib
# fails: AttributeError at line 12
# prints: 4
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure, axes = plt.subplots(2, 2)
for ax, name in zip(axes, "abcd"):  # all four
    ax.set_title(name)
print(sum(bool(ax.get_title()) for ax in figure.axes))
