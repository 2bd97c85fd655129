"""The name of a path leaves its folder out."""
# setup: mkdir logs; printf 'one\n' > logs/a.txt
# fails: FileNotFoundError at line 8
# prints: one
from pathlib import Path

for path in Path("logs").glob("*.txt"):
    with open(path.name, encoding="utf-8") as file:  # each of them
        print(file.read().strip())
