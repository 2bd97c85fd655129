"""The rows are asked for after closing() has closed the database."""
# fails: ProgrammingError at line 17
# prints: Ann
# prints: Bo
import sqlite3
from contextlib import closing


def people(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table people (name text)")
        db.executemany("insert into people values (?)", [("Bo",), ("Ann",)])
        # in the order of their names
        return db.execute("select name from people order by name")


for (name,) in people(":memory:"):
    print(name)
