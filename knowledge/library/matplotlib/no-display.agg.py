"""Saves a picture where there is no screen."""
# needs: matplotlib, posix
# fails: ImportError at line 12
# prints: True
import os

import matplotlib

matplotlib.use("TkAgg")  # in a window
import matplotlib.pyplot as plt

plt.figure()
plt.savefig("line.png")
print(os.path.exists("line.png"))
