"""Writes a list into a sheet, row by row."""
# needs: openpyxl
# fails: ValueError at line 14
# prints: ('rice', 3)
# prints: ('salt', 1)
from openpyxl import Workbook

STOCK = [("rice", 3), ("salt", 1)]


def fill(sheet, rows):
    for number, row in enumerate(rows):  # as listed
        for column, value in enumerate(row):
            sheet.cell(row=number, column=column, value=value)


book = Workbook()
fill(book.active, STOCK)
for row in book.active.iter_rows(values_only=True):
    print(row)
