"""A class is looked for in the wrong module of Python."""
# fails: ImportError at line 4
# prints: b.txt
from os import Path  # not os.path

print(Path("a/b.txt").name)
