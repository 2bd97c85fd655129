"""Five colours."""
# needs: matplotlib
# fails: AttributeError at line 7
# prints: 5
import matplotlib.pyplot as plt

colours = plt.cm.get_cmap("viridis", 5)  # from dark to light
print(colours.N)
