"""Never closed, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: syntax at line 5
print(max(1, 2)
