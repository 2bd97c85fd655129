"""The title of the current plot."""
# needs: matplotlib
# fails: AttributeError at line 9
# prints: rain
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
plt.set_title("rain")
print(plt.gca().get_title())
