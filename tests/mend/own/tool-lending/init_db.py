"""Run once: creates tools.db with its tables and the first tools."""
import sqlite3

from lend import DB

with sqlite3.connect(DB) as db:
    db.executescript("""
        CREATE TABLE IF NOT EXISTS tool (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS loan (tool_id INTEGER REFERENCES tool(id), who TEXT, since TEXT);
    """)
    db.executemany("INSERT OR IGNORE INTO tool (name) VALUES (?)",
                   [("drill",), ("ladder",), ("circular saw",)])
print("created", DB)
