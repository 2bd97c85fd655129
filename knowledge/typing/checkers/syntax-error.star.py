"""A star behind its name."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 12







given = {"size": 3}
print({given**, "name": "tea"})
