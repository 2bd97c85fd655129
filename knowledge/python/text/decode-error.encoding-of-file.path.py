"""The path is put together, and handed to a function that reads."""
# setup: printf 'caf\351 \223au lait\224' > menu.txt
# fails: UnicodeDecodeError at line 9
# prints: 14
from pathlib import Path


def load(path):
    return path.read_text(encoding="utf-8")  # all of it


print(len(load(Path(__file__).parent / "menu.txt")))
