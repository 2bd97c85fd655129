"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: syntax at line 7
def size(text: str) -> int:
    count = len(text)
return count


print(size("abc"))
