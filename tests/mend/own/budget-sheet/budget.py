# Builds the club's budget workbook from budget.csv
# one row per item, formulas for the sums, then reads the file back as a check
import csv
import os
import tempfile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

HEADINGS = ["Item", "Planned", "Spent", "Left"]
GREY = PatternFill("solid", start_color="DDDDDD")


def read_items(path):
    with open(path, newline="", encoding="utf-8") as f:
        return [(r["item"], float(r["planned"]), float(r["spent"] or 0)) for r in csv.DictReader(f)]


def fill_sheet(sheet, items):
    """Headings, a row for every item with its formula, and the sums."""
    sheet.append(HEADINGS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = GREY

    row = 2
    for name, planned, spent in items:
        sheet.cell(row=row, column=1, value=name)
        sheet.cell(row=row, column=2, value=planned)
        sheet.cell(row=row, column=3, value=spent)
        sheet["D" + str(row)] = "=B%d-C%d" % (row, row)
        if spent > planned:
            sheet["C" + row].font = Font(color="FF0000")
        row += 1

    sheet.cell(row=row, column=1, value="Total").font = Font(bold=True)
    for column in range(2, 5):
        letter = get_column_letter(column)
        sheet.cell(row=row, column=column).value = f"=SUM({letter}2:{letter}{row - 1})"
    sheet.column_dimensions["A"].width = max(len(item[0]) for item in items) + 2
    sheet.freeze_panes = "A2"
    return row


def check(path):
    """Read the workbook back and say what is in it."""
    sheet = load_workbook(path)["Budget"]
    red = []
    for row in sheet.iter_rows(min_row=2, max_row=sheet.max_row - 1):
        font = row[2].font
        if font.color is not None and font.color.rgb == "00FF0000":
            red.append(row[0].value)
    print("rows:", sheet.max_row)
    print("last formula:", sheet.cell(sheet.max_row, 4).value)
    print("overspent:", ", ".join(red))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    items = read_items(os.path.join(here, "budget.csv"))
    book = Workbook()
    sheet = book.active
    sheet.title = "Budget"
    total_row = fill_sheet(sheet, items)
    print("total in row", total_row)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "budget.xlsx")
        book.save(path)
        check(path)


if __name__ == "__main__":
    main()
