"""Asks in another thread."""
# fails: sqlite3.ProgrammingError at line 8
# prints: (1,)
import sqlite3
from concurrent.futures import ThreadPoolExecutor
connection = sqlite3.connect(":memory:")
def work():
    return connection.execute("select 1").fetchone()
with ThreadPoolExecutor(max_workers=1) as pool:
    print(pool.submit(work).result())
