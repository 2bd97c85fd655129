"""The length of a word's meaning."""
# run: pyright {file}
# needs: pyright
# fails: reportArgumentType at line 14

MEANINGS = {"ox": "an animal"}


def letters(text: str, start: int = 0) -> int:
    return len(text) - start


def length(word: str) -> int:
    return letters(MEANINGS.get(word), start=1)  # blanks count


print(length("ox"))
