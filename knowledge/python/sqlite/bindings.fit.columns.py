"""Stores a place."""
# fails: sqlite3.OperationalError at line 9
# prints: [('Oslo', 'NO', 700000)]
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE place (name TEXT, country TEXT, people INTEGER)")
place = ("Oslo", "NO", 700_000)
db.execute("INSERT INTO place VALUES (?, ?)", place)  # in Norway
print(db.execute("SELECT * FROM place").fetchall())
