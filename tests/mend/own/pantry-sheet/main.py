"""Shopping list from the pantry workbook."""
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook

STOCK = [
    ("item", "have", "want"),
    ("rice", 1, 3),
    ("salt", 0, 1),
    ("oats", 4, 2),
    ("tea", 2, 2),
]


def make_example(path):
    book = Workbook()
    sheet = book.active
    sheet.title = "stock"
    for number, (item, have, want) in enumerate(STOCK):
        sheet.cell(row=number, column=1, value=item)
        sheet.cell(row=number, column=2, value=have)
        sheet.cell(row=number, column=3, value=want)
    book.create_sheet("notes")["A1"] = "jars are on the top shelf"
    book.save(path)


def read_stock(path):
    book = load_workbook(path, read_only=False, data_only=True)
    sheet = book["stock"]
    rows = list(sheet.iter_rows(values_only=True))
    return rows


def to_buy(rows):
    header, *items = rows
    return [name for name, have, want in items if have < want]


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pantry.xlsx"
        make_example(path)
        rows = read_stock(path)
    print("buy:", ", ".join(to_buy(rows)))
    print(len(rows), "rows read")


if __name__ == "__main__":
    main()
