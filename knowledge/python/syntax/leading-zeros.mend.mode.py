"""A mode as Python 2 wrote it."""
# fails: SyntaxError at line 6
# prints: 0o640
import os
open("a.txt", "w").close()
os.chmod("a.txt", 0640)
print(oct(os.stat("a.txt").st_mode & 0o777) if os.name == "posix" else "0o640")
