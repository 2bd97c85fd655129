"""The keys of a dictionary are kept."""
# fails: TypeError at line 6
# prints: ['a', 'b']
import pickle
prices = {"a": 1, "b": 2}
kept = pickle.dumps(prices.keys())
print(list(pickle.loads(kept)))
