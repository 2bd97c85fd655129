"""The number is an index of the list as well."""
# needs: openpyxl
# fails: ValueError at line 11
# prints: rice 7
from openpyxl import Workbook

names, counts = ["rice", "salt"], [3, 4]
sheet = Workbook().active
for i in range(len(names)):
    name = names[i]
    sheet[f"A{i}"] = name  # first column
    sheet[f"B{i}"] = counts[i]
print(sheet["A1"].value, sum(cell.value for cell in sheet["B"]))
