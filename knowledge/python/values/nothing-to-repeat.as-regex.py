"""Finds programs."""
# fails: re.error or PatternError at line 5
# prints: ['a.py']
import re
print([name for name in ["a.py", "b.txt"] if re.match("*.py", name)])
