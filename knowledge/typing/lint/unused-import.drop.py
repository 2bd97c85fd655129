"""How long a text is."""
# run: ruff check --isolated --select F401 {file}
# needs: ruff
# fails: F401 at line 6
# for the width
import os
import textwrap

print(textwrap.shorten("a b c", 4))  # no path is asked for
