"""A query after the block that opened the database."""
# fails: ProgrammingError at line 9
# prints: 2
import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as db:
    db.execute("create table t (n)")
print(len(db.execute("select 1 union select 2").fetchall()))  # both
