"""A report goes to another file system, where a rename cannot lead."""
# needs: linux
# fails: OSError at line 12
# prints: a,b
import os
import tempfile
from pathlib import Path

Path("report.csv").write_text("a,b\n")  # beside the program
target = tempfile.mkdtemp(dir="/dev/shm") + "/report.csv"

os.rename("report.csv", target)
print(Path(target).read_text().strip())
