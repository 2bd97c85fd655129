"""Prints the digest of a file."""
# fails: TypeError at line 13
# prints: 67725c09bc14
import hashlib
from pathlib import Path

PAGE = Path("page.bin")
PAGE.write_bytes(b"one\r\n")
digest = hashlib.sha1()
with PAGE.open() as page:
    while chunk := page.read(2):
        # piece by piece, for large files
        digest.update(chunk)
print(digest.hexdigest()[:12])
