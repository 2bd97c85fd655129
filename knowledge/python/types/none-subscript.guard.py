"""The first word of each line that has a number after it."""
# fails: TypeError at line 8
# prints: ['pages', None, 'words']
import re

def label(line: str) -> "str | None":
    found = re.search(r"(\w+) \d+", line)
    return found[1]  # without the number


print([label(line) for line in ["pages 12", "draft", "words 3000"]])
