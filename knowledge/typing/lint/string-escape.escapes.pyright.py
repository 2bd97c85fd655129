"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportInvalidStringEscapeSequence at line 7
import re

FOUND = re.findall("\d+", "12 and 7")  # the numbers
print(FOUND)
