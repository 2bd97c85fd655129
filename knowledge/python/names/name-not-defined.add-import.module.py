"""Counts letters."""
# fails: NameError at line 6
# prints: 2
import collections

letters = Counter("anna")  # each of them
print(letters["a"])
