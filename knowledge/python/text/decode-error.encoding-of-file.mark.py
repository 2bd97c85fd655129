"""Reads what a Windows program wrote."""
# setup: printf '\377\376h\000i\000' > note.txt
# fails: UnicodeDecodeError at line 6
# prints: hi
from pathlib import Path
print(Path("note.txt").read_text(encoding="utf-8"))
