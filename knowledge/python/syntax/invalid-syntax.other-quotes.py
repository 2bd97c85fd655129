"""Two apostrophes in a text."""
# fails: SyntaxError at line 4
# prints: Bob's and Eve's
names = 'Bob's and Eve's'
print(names)
