"""A dictionary whose keys are in small letters."""
# fails: RecursionError at line 6
# prints: {'tea': 3}
class Small(dict):
    def __setitem__(self, key, value):
        self[key.lower()] = value
stock = Small()
stock["Tea"] = 3
print(stock)
