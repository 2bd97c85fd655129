"""The same with a path's own method."""
# needs: linux
# fails: OSError at line 11
# prints: False
import tempfile
from pathlib import Path

report = Path("report.csv")
report.write_text("a,b\n")
folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
report.rename(folder / report.name)
print(report.exists())
