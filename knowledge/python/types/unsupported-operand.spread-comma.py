"""Merges two dictionaries without the comma."""
# fails: TypeError at line 6
# prints: {'size': 3, 'colour': 'red'}
given = {"size": 3}
more = {"colour": "red"}
print({**given **more})
