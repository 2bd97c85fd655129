"""Honey by hive, kept in SQLite."""
import sqlite3
from contextlib import closing

SCHEMA = """
CREATE TABLE hive (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE harvest (hive_id INTEGER REFERENCES hive(id), day TEXT, kilos REAL);
"""

HARVESTS = [
    ("Linden", "2024-06-01", 11.0),
    ("Meadow", "2024-06-01", 14.5),
    ("Linden", "2024-07-12", 12.5),
    ("Meadow", "2024-07-12", 9.75),
]


class Records:
    def __init__(self, connection):
        self.db = connection
        self.db.executescript(SCHEMA)

    def hive_id(self, name):
        """The number of the hive, which is made if it is new."""
        self.db.execute("INSERT OR IGNORE INTO hive (name) VALUES (:name)", {"name": name})
        row = self.db.execute(
            "SELECT id FROM hive WHERE name = ?",
            (name),
        ).fetchone()
        return row[0]

    def add(self, name, day, kilos):
        with self.db:
            self.db.execute(
                "INSERT INTO harvest VALUES (?, ?, ?)",
                (self.hive_id(name), day, kilos),
            )

    def totals(self):
        return self.db.execute(
            "SELECT name, SUM(kilos) FROM harvest JOIN hive ON hive.id = hive_id "
            "GROUP BY name ORDER BY 2 DESC"
        ).fetchall()


def main():
    with closing(sqlite3.connect(":memory:")) as connection:
        records = Records(connection)
        for harvest in HARVESTS:
            records.add(*harvest)
        totals = records.totals()
    for name, kilos in totals:
        print(f"{name}: {kilos} kg")
    print("best:", totals[0][0])


if __name__ == "__main__":
    main()
