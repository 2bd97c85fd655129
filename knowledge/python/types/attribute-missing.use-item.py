"""Counts the words of each line."""
# fails: AttributeError at line 7
# prints: 1 2
# prints: 2 1
lines = ["first line", "second"]
for number, line in enumerate(lines, 1):
    words = lines.split()
    print(number, len(words))
