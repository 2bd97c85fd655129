"""A function of a package, imported as if it were a module."""
# fails: ModuleNotFoundError at line 4
# prints: [1]
import json.dumps

print(json.dumps([1]))  # as JSON
