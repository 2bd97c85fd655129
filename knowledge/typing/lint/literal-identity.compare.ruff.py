"""A number that is not twelve, as ruff sees it."""
# run: ruff check --isolated --select F632 {file}
# needs: ruff
# fails: F632 at line 7

MONTH = 3
print(1 is  not MONTH)  # the blanks stay
