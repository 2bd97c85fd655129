"""A path is looked for."""
# fails: re.error at line 8
# needs: python<3.13
# prints: 2
import re
home = r"C:\Users\ann"
lines = r"in C:\Users\ann and C:\Users\ann\x"
print(len(re.findall(home, lines)))
