"""A red line."""
# needs: matplotlib
# fails: AttributeError at line 10
# prints: red
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

line = plt.plot([1, 2], [3, 4], colour="red")[0]  # as in Britain
print(line.get_color())
