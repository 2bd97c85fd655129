"""Merges as another language does."""
# fails: SyntaxError at line 5
# prints: {'size': 3, 'colour': 'red'}
given = {"colour": "red"}
options = {"size": 3, given**}
print(options)
