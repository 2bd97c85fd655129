"""Stores what a form gave."""
# fails: sqlite3.ProgrammingError at line 9
# prints: [('Ann', 41)]
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE people (name TEXT, age INTEGER)")
form = {"age": 41, "name": "Ann"}
db.execute("INSERT INTO people (name, age) VALUES (?, ?)", form)
print(db.execute("SELECT * FROM people").fetchall())
