"""Children under 16 get into the castle free."""
import csv
from pathlib import Path

HERE = Path(__file__).parent
FREE_UNDER = 16
PRICE = 12


def read_guests(path):
    with open(path, newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def split_guests(guests):
    """Two lists: those who go free and those who pay."""
    free, paying = [], []
    for row in guests:
        if row["age"] < FREE_UNDER:
            free.append(row)
        else:
            paying.append(row)
    return free, paying


def towns(guests):
    return sorted({row["town"] for row in guests})


def main():
    guests = read_guests(HERE / "guests.csv")
    free, paying = split_guests(guests)
    print("free:", ", ".join(row["name"] for row in free))
    print("full price:", len(paying))
    print("takings", len(paying) * PRICE)
    print("from", ", ".join(towns(guests)))


if __name__ == "__main__":
    main()
