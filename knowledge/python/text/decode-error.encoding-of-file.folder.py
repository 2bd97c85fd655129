"""Every file of a folder, handed to threads; another file is UTF-8."""
# setup: mkdir letters; printf 'caf\351 \223yes\224\n' > letters/a.txt; echo plain > letters/b.txt; echo à > stop.txt
# fails: UnicodeDecodeError at line 15
# prints: café “yes”
# prints: plain
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

class Letter:
    def __init__(self, path):
        self.path = path

    def load(self):
        with open(self.path, encoding="utf-8") as file:  # as it lies there
            return file.read().strip()

def main():
    stop = Path("stop.txt").read_text(encoding="utf-8")
    letters = [Letter(path) for path in sorted(Path("letters").glob("*.txt"))]
    with ThreadPoolExecutor() as pool:
        texts = list(pool.map(lambda letter: letter.load(), letters))
    print(*[text for text in texts if text != stop], sep="\n")

main()
