"""Words are sorted by their length."""
# fails: TypeError at line 5
# prints: ['a', 'bbb']
words = ["bbb", "a"]
print(sorted(words, len))
