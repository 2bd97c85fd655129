"""Python 2's print."""
# run: ruff check --isolated {file}
# fails: invalid-syntax at line 9





print "hello"
