"""The last of the words that begin with a letter."""
# run: pyright {file}
# needs: pyright
# fails: reportPossiblyUnboundVariable at line 11


def last_with(words: list[str], letter: str) -> None:
    for word in words:
        if word.startswith(letter):
            found = word  # a later one wins
    print(found)


last_with(["ox", "owl"], "o")
