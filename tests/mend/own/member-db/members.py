"""Members of the rowing club, in SQLite."""
import sqlite3
from contextlib import closing

SCHEMA = """
CREATE TABLE member (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL
);
CREATE TABLE fee (
    member_id INTEGER REFERENCES member(id),
    year      INTEGER,
    paid      INTEGER
);
"""


class Club:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    def close(self):
        self.db.close()

    def add(self, name, since):
        with self.db:
            cur = self.db.execute(
                "INSERT INTO member (name, since) VALUES (?, ?)", (name, since)
            )
        return cur.lastrowid

    def pay(self, member_id, year, paid):
        with self.db:
            self.db.execute("INSERT INTO fee VALUES (?, ?, ?)", (member_id, year, paid))

    def find(self, name):
        return self.db.execute(
            "SELECT id, name, since FROM member WHERE name = ?",
            (name),
        ).fetchone()

    def paid_by(self, member_id):
        row = self.db.execute(
            "SELECT COALESCE(SUM(paid), 0) FROM fee WHERE member_id = ?", (member_id,)
        ).fetchone()
        return row[0]


def main():
    with closing(Club()) as club:
        olga = club.add("Olga", 2019)
        club.add("Sven", 2022)
        club.pay(olga, 2023, 120)
        club.pay(olga, 2024, 130)
        for name in ("Olga", "Peter", "Sven"):
            member = club.find(name)
            if member is None:
                print("unknown:", name)
                continue
            print(f"{member['name']}: member since {member['since']},",
                  f"paid {club.paid_by(member['id'])}")


if __name__ == "__main__":
    main()
