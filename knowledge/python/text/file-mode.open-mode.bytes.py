"""Saves what it has."""
# fails: TypeError at line 6
# prints: saved
import pickle
with open("state.pickle", "w", encoding="utf-8") as file:
    pickle.dump([1, 2], file)
print("saved")
