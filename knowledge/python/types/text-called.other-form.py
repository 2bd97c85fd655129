"""The name of a file without its folder."""
# fails: TypeError at line 5
# prints: report.txt
from pathlib import Path
print(Path("out/report.txt").name())
