"""The name of a file without its folder."""
# needs: python>=3.11
# fails: TypeError at line 6
# prints: report.txt
from pathlib import Path
print(Path("out/report.txt").name())
