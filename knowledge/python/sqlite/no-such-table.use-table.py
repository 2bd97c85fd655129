"""Counts the orders."""
# fails: sqlite3.OperationalError at line 15
# prints: 2
import sqlite3

db = sqlite3.connect(":memory:")
db.executescript("""
    CREATE TABLE IF NOT EXISTS orders (
        number INTEGER PRIMARY KEY,
        price DECIMAL(10, 2)
    );
    INSERT INTO orders (price) VALUES (3.5), (4);
""")
query = "SELECT count(*) FROM odrers WHERE price > ?"  # the dear ones
print(db.execute(query, (1,)).fetchone()[0])
