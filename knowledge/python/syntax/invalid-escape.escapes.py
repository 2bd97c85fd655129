"""Finds numbers; warnings are errors here."""
# run: python -W error {file}
# fails: SyntaxError at line 6
# prints: ['7', '12']
import re
print(re.findall("\d+", "7 of 12"))
