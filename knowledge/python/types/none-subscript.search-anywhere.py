"""Reads how full a disk is."""
# fails: TypeError at line 5
# prints: 63
import re
print(re.match(r"(\d+)%", "/home 63%")[1])
