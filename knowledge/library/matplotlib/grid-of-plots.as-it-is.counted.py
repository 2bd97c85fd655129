"""One number for four plots."""
# needs: matplotlib
# fails: AttributeError at line 13
# prints: 4
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

figure, axes = plt.subplots(nrows=2, ncols=2)
for i, name in enumerate(["a", "b", "c", "d"]):
    ax = axes[i]  # the next
    ax.set_title(name)
print(sum(bool(ax.get_title()) for ax in figure.axes))
