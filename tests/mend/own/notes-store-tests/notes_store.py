"""Notes as small text files in a folder."""
import re
from pathlib import Path


class NoteStore:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def _path(self, title):
        slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        return self.folder / f"{slug}.txt"

    def save(self, title, text):
        path = self._path(title)
        path.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        return path

    def load(self, title):
        head, _, text = self._path(title).read_text(encoding="utf-8").partition("\n\n")
        return text.rstrip("\n")

    def titles(self):
        for path in sorted(self.folder.glob("*.txt")):
            with path.open(encoding="utf-8") as handle:
                yield handle.readline().rstrip("\n")

    def search(self, word):
        word = word.casefold()
        return [t for t in self.titles() if word in self.load(t).casefold()]
