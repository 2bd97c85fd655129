"""A return that slid out of its function, as ruff sees it."""
# run: ruff check --isolated --select F706 {file}
# needs: ruff
# fails: F706 at line 8
def size(text: str) -> int:
    count = len(text)
    # that is all
return count
