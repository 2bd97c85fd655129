"""A text as the name of a loop."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 4
for "name" in ["Ann", "Bo"]:
    print(name)
