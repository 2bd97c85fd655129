"""The first word, where there is one."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: return-value at line 10


def first_word(line: str) -> str:
    words = line.split()
    if not words:
        return None  # nothing but blanks
    return words[0]


print(first_word("one two"))
