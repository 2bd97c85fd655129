"""The names of the guests are in a folder of their own."""
# setup: mkdir lists && printf 'Ada\nBen\n' > lists/guests.txt
# fails: FileNotFoundError at line 10
# prints: Ada, Ben
from pathlib import Path

HERE = Path(__file__).parent


with open(HERE / "guests.txt", encoding="utf-8") as lines:  # one on a line
    print(", ".join(line.strip() for line in lines))
