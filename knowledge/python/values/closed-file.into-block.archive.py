"""An archive is read after its block, in a loop."""
# setup: python -c "import zipfile; zipfile.ZipFile('n.zip', 'w').writestr('a.txt', 'abc')"
# fails: ValueError at line 10
# prints: a.txt 3
import zipfile

with zipfile.ZipFile("n.zip") as notes:
    names = notes.namelist()
for name in names:
    print(name, len(notes.read(name)))  # of each note
