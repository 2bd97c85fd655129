"""Tool hire desk: who has what, and what is late.  Keeps everything in SQLite."""
import sqlite3
from datetime import date

SCHEMA = """
CREATE TABLE tool (id INTEGER PRIMARY KEY, name TEXT UNIQUE, daily REAL);
CREATE TABLE hire (
    tool_id INTEGER REFERENCES tool(id),
    customer TEXT,
    due TEXT,
    returned INTEGER DEFAULT 0
);
"""


class HireDesk:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    def add_tools(self, tools):
        self.db.executemany("INSERT INTO tool (name, daily) VALUES (?, ?)", tools)
        self.db.commit()

    def tool_id(self, name):
        cursor = self.db.execute("SELECT id FROM tool WHERE name = ?", (name))
        row = cursor.fetchone()
        return row["id"] if row else None

    def hire_out(self, tool, customer, due):
        self.db.execute(
            "INSERT INTO hire (tool_id, customer, due) VALUES (?, ?, ?)",
            (self.tool_id(tool), customer, due.isoformat()),
        )
        self.db.commit()

    def late(self, today):
        sql = """
            SELECT tool.name, hire.customer, hire.due, tool.daily
            FROM hire JOIN tool ON tool.id = hire.tool_id
            WHERE hire.returned = 0 AND hire.due < ?
            ORDER BY hire.due
        """
        for row in self.db.execute(sql, (today.isoformat(),)):
            days = (today - date.fromisoformat(row["due"])).days
            yield row["name"], row["customer"], days, days * row["daily"]


def main():
    desk = HireDesk()
    desk.add_tools([("hammer drill", 9.5), ("ladder", 6.0), ("floor sander", 24.0)])
    desk.hire_out("ladder", "M. Okoro", date(2024, 5, 2))
    desk.hire_out("floor sander", "P. Lind", date(2024, 5, 9))
    desk.hire_out("hammer drill", "S. Aoki", date(2024, 5, 20))

    print("late on 12 May:")
    for name, customer, days, fee in desk.late(date(2024, 5, 12)):
        print(f"  {name:<14}{customer:<10}{days:>3} days  {fee:7.2f}")


if __name__ == "__main__":
    main()
