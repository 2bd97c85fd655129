"""A density adds up to one."""
# needs: matplotlib
# fails: AttributeError at line 10
# prints: 1.0
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

heights, edges, _ = plt.hist([1, 2, 3], bins=2, normed=True)
print(round(sum(heights), 2))
