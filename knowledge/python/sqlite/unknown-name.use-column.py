"""Lists who lives where."""
# fails: sqlite3.OperationalError at line 8
# prints: Ann Oslo
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, city TEXT)")
db.execute("INSERT INTO people (name, ctiy) VALUES (?, ?)", ("Ann", "Oslo"))  # one for now
for name, city in db.execute("SELECT name, city FROM people"):
    print(name, city)
