"""The names that are known, with None on the left."""
# run: ruff check --isolated --select E711 {file}
# needs: ruff
# fails: E711 at line 7

NAMES = ["Ada", None, "Bob"]
print([name for name in NAMES if not None == name])  # in their order
