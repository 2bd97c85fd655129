"""Stores a person."""
# fails: sqlite3.OperationalError at line 8
# prints: [('Ann', 41)]
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE people (name TEXT, age INTEGER)")
db.execute("INSERT INTO people VALUES (%s, %s)", ("Ann", 41))
print(db.execute("SELECT * FROM people").fetchall())
