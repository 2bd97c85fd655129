"""How often each letter stands in a word."""
# fails: ImportError at line 4
# prints: {'l': 2, 'e': 2, 'v': 1}
from collections import OrderedDict, defualtdict

counts = defualtdict(int)
for letter in "level":
    counts[letter] += 1
print(dict(OrderedDict(counts)))
