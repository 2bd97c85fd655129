"""Petty cash book of the office."""

START = 50.0

ENTRIES = [
    ("stamps", -12.5),
    ("coffee", -8.25),
    ("returned bottles", 4.0),
    ("light bulbs", -8.0),
]


def running(entries, balance):
    """Yield (text, balance after it)."""
    for text, amount in entries:
        balance += amount
        yield text, balance


def line(text, balance):
    return text + " leaves " + balance + " EUR"


def spent(entries):
    return -sum(amount for _, amount in entries if amount < 0)


def main():
    balance = START
    for text, balance in running(ENTRIES, START):
        print(line(text, balance))
    print(f"spent: {spent(ENTRIES):.2f}")
    print(f"end of month: {balance:.2f}")


if __name__ == "__main__":
    main()
