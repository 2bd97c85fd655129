"""A text with a line end and an invalid escape."""
# run: python -W error {file}
# fails: SyntaxError at line 5
# prints: 5 \% of\n9
print(repr("5 \% of\n9").strip("'").replace("\\\\", "\\"))
