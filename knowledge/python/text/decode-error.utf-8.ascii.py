"""Reads notes that were thought to be ASCII."""
# setup: printf 'caf\303\251\n' > notes.txt
# fails: UnicodeDecodeError at line 7
# prints: 4
from pathlib import Path

note = Path("notes.txt").read_text(encoding="ascii")
print(len(note.strip()))
