"""A group is misspelt in what is put in its place."""
# fails: IndexError at line 6
# prints: <Tom>
import re

print(re.sub(r"(?P<name>\w+)", r"<\g<nmae>>", "Tom"))
