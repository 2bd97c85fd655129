"""Lines of a member of an archive, searched as text."""
# setup: python -c "import zipfile; zipfile.ZipFile('notes.zip', 'w').writestr('a.txt', 'x\ndue 2024-03-01\n')"
# fails: TypeError at line 10
# prints: due 2024-03-01
import re
import zipfile
with zipfile.ZipFile("notes.zip") as notes:
    with notes.open("a.txt") as lines:  # one note
        for line in lines:
            if re.match("due", line):
                print(line.strip())
