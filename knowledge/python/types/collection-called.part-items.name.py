"""A comma is missing behind a name at the end of a line."""
# fails: TypeError at line 7
# prints: 3
start = (0, 0)
PATH = [
    (1, 1),
    start
    (2, 2),
]
print(len(PATH))
