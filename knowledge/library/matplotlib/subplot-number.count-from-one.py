"""One plot for each list."""
# needs: matplotlib
# fails: ValueError at line 10
# prints: 4 plots
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

for number, values in enumerate([[1, 2], [2, 1], [3, 3], [1, 4]]):
    ax = plt.subplot(2, 2, number)  # row by row
    ax.plot(values)
print(len(plt.gcf().axes), "plots")
