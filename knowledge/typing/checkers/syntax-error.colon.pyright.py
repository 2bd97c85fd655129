"""Without its colon, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: syntax at line 5
for n in range(3)
    print(n)
