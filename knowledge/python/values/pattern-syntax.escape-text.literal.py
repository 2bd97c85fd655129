"""The name of a function without its arguments."""
# fails: error or PatternError at line 5
# prints: max
import re
print(re.split("(", "max(1, 2)")[0])
