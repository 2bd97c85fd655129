"""A list is a key, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportUnhashable at line 5
names = {[1, 2]: "a"}  # the first

print(names[1, 2])
