"""A dictionary with a lambda is kept."""
# fails: PicklingError at line 9
# prints: {'a': 1}
import pickle
from collections import defaultdict
counts = defaultdict(lambda: 0)
for letter in "a":
    counts[letter] += 1
kept = pickle.dumps(counts)
print(dict(pickle.loads(kept)))
