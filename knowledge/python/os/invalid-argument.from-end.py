"""Shows the end of a log."""
# fails: OSError at line 9
# prints: b'6789'
from pathlib import Path

Path("log.bin").write_bytes(b"0123456789")

with open("log.bin", "rb") as file:
    file.seek(-4)  # the last record
    print(file.read())
