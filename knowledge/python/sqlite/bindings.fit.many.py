"""Stores several names."""
# fails: sqlite3.ProgrammingError at line 9
# prints: [('Alice',), ('Bob',)]
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE people (name TEXT)")
names = ["Alice", "Bob"]
db.executemany("INSERT INTO people VALUES (?)", names)
print(db.execute("SELECT * FROM people").fetchall())
