"""Lists the donors from the spreadsheet export."""
import csv
from collections import Counter


class DonorFile:
    """Wraps the export of the clinic's spreadsheet."""

    def __init__(self, path):
        self.path = path

    def __iter__(self):
        with open(self.path, newline="", encoding="utf-8") as source:
            for row in csv.DictReader(source, delimiter=";"):
                yield {
                    "name": row["donor"],
                    "group": row["group"],
                    "last": row["last"],
                }


def main():
    donors = list(DonorFile("donors.csv"))
    for donor in donors:
        print(f"{donor['name']}: {donor['group']} last {donor['last']}")
    groups = Counter(donor["group"] for donor in donors)
    print("groups:", " ".join(f"{k}={v}" for k, v in sorted(groups.items())))


if __name__ == "__main__":
    main()
