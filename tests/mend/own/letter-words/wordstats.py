#!/usr/bin/env python3
"""Which words do the old letters use?

The letters were typed in Windows Notepad in the nineties and saved as
"ANSI" text; they lie unchanged in letters/.  The stop words are ours.
"""
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]{3,}")


def load_stopwords(path):
    return {
        line.strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }


class Letter:
    def __init__(self, path):
        self.path = path
        self.year = int(path.stem.split("-")[0])
        self.text = ""
        self.words = Counter()

    def load(self, stopwords):
        with open(self.path, encoding="utf-8") as f:
            self.text = f.read()
        found = (m.group().lower() for m in WORD.finditer(self.text))
        self.words = Counter(w for w in found if w not in stopwords)
        return self

    def __repr__(self):
        return "<Letter %s, %d words>" % (self.path.name, sum(self.words.values()))


def load_all(folder, stopwords):
    letters = [Letter(p) for p in sorted(folder.glob("*.txt"))]
    with ThreadPoolExecutor(max_workers=3) as pool:
        return list(pool.map(lambda letter: letter.load(stopwords), letters))


def per_year(letters):
    years = {}
    for letter in letters:
        years.setdefault(letter.year, Counter()).update(letter.words)
    return years


def main():
    stop = load_stopwords(HERE / "stopwords.txt")
    letters = load_all(HERE / "letters", stop)
    for letter in letters:
        print(letter)
    for year, words in sorted(per_year(letters).items()):
        top = ", ".join(f"{w} ({n})" for w, n in sorted(words.items(), key=lambda x: (-x[1], x[0]))[:3])
        print(f"{year}: {top}")
    everything = sum((l.words for l in letters), Counter())
    accented = sorted(w for w in everything if not w.isascii())
    print("with accents:", " ".join(accented))


if __name__ == "__main__":
    main()
