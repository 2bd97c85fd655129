"""Counts as another language does."""
# fails: SyntaxError at line 4
# prints: 3
for (i = 0; i < 3; i++):
    last = i + 1
print(last)
