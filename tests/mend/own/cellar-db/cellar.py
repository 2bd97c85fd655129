import sqlite3

SCHEMA = """
CREATE TABLE wine (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    best_before INTEGER NOT NULL,
    bottles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE drunk (
    wine_id INTEGER NOT NULL REFERENCES wine (id),
    day TEXT NOT NULL
);
"""

WINES = [
    ("Riesling", 2025, 6),
    ("Barolo", 2034, 3),
    ("Rosé", 2024, 2),
]


class Cellar:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    def add(self, name, best_before, bottles):
        with self.db:
            self.db.execute(
                "INSERT INTO wine (name, best_before, bottles) VALUES (?, ?, ?)",
                (name, best_before, bottles),
            )

    def find(self, name):
        return self.db.execute(
            "SELECT * FROM wine WHERE name = ?", name
        ).fetchone()

    def drink(self, name, day):
        wine = self.find(name)
        if wine is None or wine["bottles"] == 0:
            return False
        with self.db:
            self.db.execute("UPDATE wine SET bottles = bottles - 1 WHERE id = ?", (wine["id"],))
            self.db.execute("INSERT INTO drunk VALUES (?, ?)", (wine["id"], day))
        return True

    def soon(self, year):
        found = self.db.execute(
            "SELECT name FROM wine WHERE best_before <= ? AND bottles > 0 ORDER BY name", (year,)
        )
        return [row["name"] for row in found]


def main():
    cellar = Cellar()
    for wine in WINES:
        cellar.add(*wine)
    cellar.drink("Riesling", "2024-02-01")
    cellar.drink("Riesling", "2024-02-10")
    if not cellar.drink("Merlot", "2024-02-11"):
        print("no Merlot in the cellar")
    print(f"Riesling: {cellar.find('Riesling')['bottles']} left")
    print("drink soon:", ", ".join(cellar.soon(2025)))


if __name__ == "__main__":
    main()
