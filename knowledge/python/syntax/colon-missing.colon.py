"""Counts the words that are long."""
# fails: SyntaxError at line 6
# prints: 2 long
count = 0
for word in ["tea", "sugar", "water"]:
    if len(word) > 3  # short ones say little
        count += 1
print(count, "long")
