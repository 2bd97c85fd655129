"""Counts from several threads."""
# fails: sqlite3.ProgrammingError at line 13
# prints: 3
import sqlite3
from concurrent.futures import ThreadPoolExecutor

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE seen (number INTEGER)")


def note(number):
    # one row for each
    db.execute("INSERT INTO seen VALUES (?)", (number,))
    db.commit()


with ThreadPoolExecutor() as pool:
    list(pool.map(note, range(3)))
print(db.execute("SELECT count(*) FROM seen").fetchone()[0])
