"""Looks a name up."""
# fails: sqlite3.ProgrammingError at line 9
# prints: [('Alice',)]
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE people (name TEXT)")
name = "Alice"
db.execute("INSERT INTO people VALUES (?)", (name))  # the first
print(db.execute("SELECT * FROM people").fetchall())
