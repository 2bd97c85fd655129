"""A member of an archive is read as bytes and searched as text."""
# setup: python -c "import zipfile; zipfile.ZipFile('notes.zip', 'w').writestr('a.txt', 'due 2024-03-01')"
# fails: TypeError at line 9
# prints: 2024-03-01
import re
import zipfile
with zipfile.ZipFile("notes.zip") as notes:
    text = notes.read("a.txt")  # a short one
    print(re.search(r"\d+-\d+-\d+", text).group())
