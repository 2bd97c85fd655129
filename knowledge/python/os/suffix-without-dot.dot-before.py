"""A path gets another suffix."""
# fails: ValueError at line 6
# prints: table.txt
from pathlib import Path

print(Path("table.csv").with_suffix("txt"))
