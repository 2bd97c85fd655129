"""Texts of a dictionary, one comma missing."""
# fails: SyntaxError at line 7
# prints: 3 entries
entries = {
    "a": "one",
    "b": "two"
    "c": "three",
}
print(len(entries), "entries")
