"""A group is named, and asked for again, as other languages do it."""
# needs: python>=3.13
# fails: re.PatternError at line 7
# prints: aa
import re

found = re.search(r"(?<sign>\w)\k<sign>", "baab")
print(found.group())
