"""A regular expression in a plain text."""
# run: ruff check --isolated --select W605 {file}
# needs: ruff
# fails: W605 at line 7
import re

FOUND = re.findall("\d+", "12 and 7")  # the numbers
print(FOUND)
