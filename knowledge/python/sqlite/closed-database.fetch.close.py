"""The connection is closed by hand before its rows are gone through."""
# fails: ProgrammingError at line 14
# prints: 3
import sqlite3


def numbers():
    db = sqlite3.connect(":memory:")
    rows = db.execute("select 1 union select 2")  # two rows
    db.close()
    return rows


print(sum(row[0] for row in numbers()))
