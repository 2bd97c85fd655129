"""A path for this system, of parts that stand in a list."""
# needs: posix
# fails: TypeError at line 8
# prints: data/2024/rates.csv
import os

parts = ["data", "2024", "rates.csv"]
print(os.path.join(parts))  # for this system
