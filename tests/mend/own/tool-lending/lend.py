"""Lending of tools among neighbours.

    python init_db.py            (once)
    python lend.py list
    python lend.py lend drill "house 4"
"""
import sqlite3
import sys
from datetime import date

DB = "tools.db"


def list_tools(db):
    sql = """SELECT tool.name, loan.who, loan.since
               FROM tool LEFT JOIN loan ON loan.tool_id = tool.id
              ORDER BY tool.name"""
    for name, who, since in db.execute(sql):
        print(f"{name:<16}", f"with {who} since {since}" if who else "at home")


def lend(db, name, who):
    row = db.execute("SELECT id FROM tool WHERE name = ?", (name,)).fetchone()
    if row is None:
        sys.exit(f"no tool called {name}")
    with db:
        db.execute("INSERT INTO loan VALUES (?, ?, ?)", (row[0], who, date.today().isoformat()))


def main(argv):
    db = sqlite3.connect(DB)
    if argv[1:] == ["list"]:
        list_tools(db)
    elif len(argv) == 4 and argv[1] == "lend":
        lend(db, argv[2], argv[3])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv)
