"""Lines on a dark ground."""
# needs: matplotlib
# fails: OSError at line 7
# prints: True
import matplotlib.pyplot as plt

plt.style.use("seaborn-darkgrid")  # grey
print(plt.rcParams["axes.grid"])
