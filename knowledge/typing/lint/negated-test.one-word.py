"""Letters that a word does not have."""
# run: ruff check --isolated --select E713 {file}
# needs: ruff
# fails: E713 at line 8

WORD = "été"
for letter in "tx":
    if letter and not letter in WORD:  # each once
        print(letter)
