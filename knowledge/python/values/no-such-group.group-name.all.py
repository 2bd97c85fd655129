"""A pattern without a group: all of what it matches is group 0."""
# fails: IndexError at line 6
# prints: 27
import re

print(int(re.search(r"\d+", "page 26").group(1)) + 1)
