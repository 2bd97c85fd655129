"""Import of the members' list into the new database (in memory for the trial run)."""
import sqlite3
from contextlib import closing

SCHEMA = """
CREATE TABLE member (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    section TEXT NOT NULL,
    fee     REAL NOT NULL CHECK (fee >= 0)
);
"""

LIST = """\
1004 | Ines B.   | rowing  | 120
1005 | Tomas K.  | rowing  | 120
1007 | Ruth S.   | sailing | 180
1008 | Alma D.   | canoe   | 95
1007 | Peter V.  | canoe   | 95
1010 | Olga N.   | sailing | 180
"""


def parse(text):
    for line in text.splitlines():
        number, name, section, fee = (part.strip() for part in line.split("|"))
        yield int(number), name, section, float(fee)


def import_members(db, members):
    with db:
        db.executemany("INSERT INTO member (id, name, section, fee) VALUES (?, ?, ?, ?)", members)


def fees(db):
    sql = "SELECT section, COUNT(*), SUM(fee) FROM member GROUP BY section ORDER BY section"
    return db.execute(sql).fetchall()


def main():
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        import_members(db, parse(LIST))
        for section, n, total in fees(db):
            print(f"{section:<10}{n:>3}{total:>10.2f}")


if __name__ == "__main__":
    main()
