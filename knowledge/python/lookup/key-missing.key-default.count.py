"""How often each word stands in a text."""
# fails: KeyError at line 7
# prints: {'to': 2, 'be': 2, 'or': 1, 'not': 1}
counts = {}

for word in "to be or not to be".split():
    counts[word] += 1  # the first time there is no count yet
print(counts)
