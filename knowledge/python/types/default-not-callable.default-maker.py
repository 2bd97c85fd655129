"""Counts words; the default is 0."""
# fails: TypeError at line 6
# prints: {'a': 2, 'b': 1}
from collections import defaultdict

counts = defaultdict(0)  # none so far
for word in "aab":
    counts[word] += 1
print(dict(counts))
