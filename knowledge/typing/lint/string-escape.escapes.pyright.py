"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# pyright: reportInvalidStringEscapeSequence=error
# fails: reportInvalidStringEscapeSequence at line 8
import re

FOUND = re.findall("\d+", "12 and 7")  # the numbers
print(FOUND)
