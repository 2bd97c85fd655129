"""Persons of a name; the method hands the text over as it is."""
# fails: sqlite3.ProgrammingError at line 14
# prints: 1
import sqlite3


class People:
    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE person (name TEXT)")
        self.db.execute("INSERT INTO person VALUES ('Mia')")

    def count(self, wanted):
        found = self.db.execute("SELECT count(*) FROM person WHERE name = ?", wanted)  # as it is written
        return found.fetchone()[0]


print(People().count("Mia"))
