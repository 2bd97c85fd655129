"""A table in a zip archive is bytes."""
# setup: python3 -c "import zipfile; zipfile.ZipFile('t.zip', 'w').writestr('t.csv', 'a,1\n')"
# fails: Error at line 9
# prints: ['a', '1']
import csv
import zipfile

with zipfile.ZipFile("t.zip") as archive, archive.open("t.csv") as member:
    for row in csv.reader(member):  # all rows
        print(row)
