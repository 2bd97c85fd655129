"""One bracket too many."""
# fails: SyntaxError at line 5
# prints: 2
names = ["tea", "milk"]
print(len(names)))  # how many
