"""Monthly report of the cable depots."""
import csv
import io

DATA = """depot,metres,revenue
Harbour,18250.5,40122.9
Hill Road,9310,20877.25
Mill,22800.75,51004
"""


def read(text):
    for rec in csv.DictReader(io.StringIO(text)):
        yield rec["depot"], float(rec["metres"]), float(rec["revenue"])


def table(rows):
    out = []
    for depot, metres, revenue in rows:
        out.append(f"{depot:<12}{length(metres):>14}{money(revenue):>16}")
    return "\n".join(out)


def main():
    rows = list(read(DATA))
    print(table(rows))
    print("sum".ljust(12), money(sum(r[2] for r in rows)))


if __name__ == "__main__":
    main()
