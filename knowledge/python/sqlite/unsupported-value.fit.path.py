"""Notes where a file lies."""
# needs: posix
# needs: python>=3.11
# fails: sqlite3.ProgrammingError or sqlite3.InterfaceError at line 11
# prints: notes/a.txt
import sqlite3
from pathlib import Path

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE files (path TEXT, size INTEGER)")
db.execute("INSERT INTO files VALUES (?, ?)", (Path("notes") / "a.txt", 3))
print(db.execute("SELECT path FROM files").fetchone()[0])
