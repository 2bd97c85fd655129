"""A brace is missing."""
# needs: python<3.12
# fails: SyntaxError at line 6
# prints: 2 files of 3
count = 2
print(f"{count files of {count + 1}")
