"""A comma is missing behind a pair, which is then called with the next."""
# fails: TypeError at line 6
# prints: [('a', 1), ('b', 2), ('c', 3)]
ROUTES = [
    ("a", 1),  # the first
    ("b", 2)  # the second
    ("c", 3),
]
print(ROUTES)
