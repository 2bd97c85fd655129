"""The first word of a line, as mypy sees it."""
# run: mypy --strict {file}
# needs: mypy
# fails: index at line 10
import re


def first_word(line: str) -> str:
    found = re.match(r"[a-z]+", line)
    return found[0]  # the whole match


print(first_word("apples and pears"))
