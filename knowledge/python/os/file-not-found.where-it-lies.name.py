"""The notes stand beside the program, not in a folder of texts."""
# setup: printf 'buy milk\n' > notes.txt
# fails: FileNotFoundError at line 9
# prints: buy milk
import os


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read().strip()


FOLDER = os.path.dirname(os.path.abspath(__file__))
print(read(os.path.join(FOLDER, "texts", "notes.txt")))  # of today
