"""A brace is missing."""
# fails: SyntaxError at line 5
# prints: 2 files of 3
count = 2
print(f"{count files of {count + 1}")
