"""A function has moved to another module of the project."""
# fails: ImportError at line 4
# prints: a-b 3
from texts import length, slug  # both once stood there

print(slug("A b"), length("a b"))
