"""Counts some of the orders."""
# fails: sqlite3.ProgrammingError or sqlite3.InterfaceError at line 9
# prints: 2
import sqlite3

db = sqlite3.connect(":memory:")
db.executescript("CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1), (2), (3);")
wanted = [1, 3]
rows = db.execute("SELECT count(*) FROM orders WHERE id IN (?)", (wanted,))  # not all
print(rows.fetchone()[0])
