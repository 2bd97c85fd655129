"""Loans of the village library, kept in SQLite (in memory for the demo)."""
import sqlite3
from contextlib import closing

SCHEMA = """
create table book (isbn text primary key, title text not null, copies integer not null);
create table loan (
    id integer primary key,
    isbn text not null references book (isbn),
    reader text not null,
    due text not null,
    returned integer not null default 0
);
"""

BOOKS = [
    ("9780000000017", "The Weather Garden", 3),
    ("9780000000024", "Bread at Dawn", 1),
]


class Library:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    def close(self):
        self.db.close()

    def stock(self, books):
        with self.db:
            self.db.executemany("insert into book values (?, ?, ?)", books)

    def lend(self, isbn, reader, due):
        out, copies = self.availability(isbn)
        if out >= copies:
            return False
        with self.db:
            self.db.execute(
                "insert into loan (isbn, reader, due) values (?, ?, ?)",
                (isbn, reader, due),
            )
        return True

    def availability(self, isbn):
        """(copies out, copies owned)"""
        row = self.db.execute(
            """
            select book.copies as copies, count(loan.id) as out
            from book left join loan on loan.isbn = book.isbn and loan.returned = 0
            where book.isbn = ?
            group by book.isbn
            """,
            (isbn),
        ).fetchone()
        return row["out"], row["copies"]

    def give_back(self, isbn, reader):
        with self.db:
            cursor = self.db.execute(
                "update loan set returned = 1 where isbn = ? and reader = ? and returned = 0",
                (isbn, reader),
            )
        return cursor.rowcount

    def overdue(self, today):
        query = "select * from loan where due < ? and returned = 0 order by due"
        return self.db.execute(query, [today]).fetchall()


def demo():
    with closing(Library()) as library:
        library.stock(BOOKS)
        weather = BOOKS[0][0]
        library.lend(weather, "reader 12", "2024-05-02")
        library.lend(weather, "reader 40", "2024-05-20")
        library.lend(BOOKS[1][0], "reader 12", "2024-05-02")
        assert not library.lend(BOOKS[1][0], "reader 77", "2024-05-30")

        for isbn, title, _ in BOOKS:
            out, copies = library.availability(isbn)
            print(f"{title:<20} {out} of {copies} copies out")
        for row in library.overdue("2024-05-10"):
            print("overdue:", row["reader"], row["isbn"], row["due"])
        print("returned:", library.give_back(weather, "reader 12"))


if __name__ == "__main__":
    demo()
