"""Makes the tables."""
# fails: sqlite3.ProgrammingError or sqlite3.Warning at line 6
# prints: 2
import sqlite3
db = sqlite3.connect(":memory:")
db.execute("""
    CREATE TABLE people (name TEXT);  -- who
    CREATE TABLE places (name TEXT);
""")
print(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
