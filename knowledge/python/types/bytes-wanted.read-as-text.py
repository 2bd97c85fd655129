"""Lines of a member of an archive, taken apart as text."""
# setup: python -c "import zipfile; zipfile.ZipFile('s.zip', 'w').writestr('s.csv', 'tea;2\nmilk;1\n')"
# fails: TypeError at line 11
# prints: tea 4
# prints: milk 2
import zipfile

with zipfile.ZipFile("s.zip") as archive:
    with archive.open("s.csv") as member:
        for line in member:
            name, count = line.strip().split(";")  # two of each
            print(name, int(count) * 2)
