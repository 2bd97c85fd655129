"""How often each word stands in a text."""
# fails: KeyError at line 6
# prints: 2
seen = {}
for word in "to be or not to be".split():
    seen[word] = seen[word] + 1  # once more
print(seen["be"])
