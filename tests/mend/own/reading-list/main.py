"""Keep a small reading list in SQLite.

Usage as a library::

    shelf = ReadingList("books.db")
    shelf.add("Dune", pages=612)
    shelf.read("Dune", 40)
"""
import sqlite3
from contextlib import closing

SCHEMA = """
CREATE TABLE IF NOT EXISTS book (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL UNIQUE,
    pages INTEGER NOT NULL,
    at_page INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS sitting (
    book_id INTEGER NOT NULL REFERENCES book(id),
    pages INTEGER NOT NULL
);
"""


class ReadingList:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.executescript(SCHEMA)

    def add(self, title, pages):
        with self.db:
            self.db.execute(
                "INSERT INTO book (title, pages) VALUES (?, ?)", (title, pages)
            )

    def _book_id(self, title):
        row = self.db.execute(
            "SELECT id FROM book WHERE title = ?", (title)
        ).fetchone()
        if row is None:
            raise LookupError(f"no such book: {title}")
        return row[0]

    def read(self, title, pages):
        """Note one sitting and move the bookmark."""
        book_id = self._book_id(title)
        with self.db:
            self.db.execute("INSERT INTO sitting VALUES (?, ?)", (book_id, pages))
            self.db.execute(
                "UPDATE book SET at_page = MIN(pages, at_page + ?) WHERE id = ?",
                (pages, book_id),
            )

    def progress(self):
        cursor = self.db.execute(
            "SELECT title, at_page, pages FROM book ORDER BY title"
        )
        for title, at_page, pages in cursor:
            yield title, round(100 * at_page / pages)

    def close(self):
        self.db.close()


def self_test():
    with closing(ReadingList()) as shelf:
        shelf.add("Dune", pages=600)
        shelf.add("Emma", pages=480)
        shelf.read("Dune", 150)
        shelf.read("Emma", 480)
        shelf.read("Dune", 150)
        for title, percent in shelf.progress():
            print(f"{title:<10}{percent:>4} %")
        try:
            shelf.read("Ulysses", 1)
        except LookupError as error:
            print(error)


if __name__ == "__main__":
    self_test()
