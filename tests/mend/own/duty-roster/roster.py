"""Write the duty roster of the shared house as a spreadsheet."""
import datetime as dt
import itertools
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

PEOPLE = ["Kim", "Robin", "Sasha"]
DUTIES = ["kitchen", "bathroom"]
HEADER = ["Week", "Duty", "Person"]


def plan(weeks):
    """Yield (week, duty, person), going round."""
    turn = itertools.cycle(PEOPLE)
    for week in range(1, weeks + 1):
        for duty in DUTIES:
            yield week, duty, next(turn)


def write_header(sheet):
    bold = Font(bold=True)
    for column, title in enumerate(HEADER, start=1):
        cell = sheet.cell(row=1, column=column, value=title)
        cell.font = bold


def write_plan(sheet, weeks):
    # the header is in row 1, the plan follows it
    for row, entry in enumerate(plan(weeks), start=2):
        for column, value in enumerate(entry):
            sheet.cell(row=row, column=column, value=value)


def build(path, weeks=4):
    book = Workbook()
    sheet = book.active
    sheet.title = "Roster"
    write_header(sheet)
    write_plan(sheet, weeks)
    sheet.column_dimensions["B"].width = 16
    sheet.freeze_panes = "A2"
    book.properties.created = dt.datetime(2024, 1, 1)
    book.save(path)


def main():
    path = Path(tempfile.mkdtemp()) / "roster.xlsx"
    build(path)
    sheet = load_workbook(path)["Roster"]
    rows = list(sheet.iter_rows(values_only=True))
    print("header:", list(rows[0]))
    print("row 2:", rows[1])
    print("last row:", sheet.max_row)


if __name__ == "__main__":
    main()
