"""A heading in braces, and one that is filled in."""
# run: ruff check --isolated --select F541 {file}
# needs: ruff
# fails: F541 at line 7

WIDTH = 8
print(rf"{{\head}}", f"{WIDTH}")  # as TeX writes it
