"""Two calls that change the list are chained."""
# fails: AttributeError at line 6
# prints: ['a', 'b', 'c']
names = ["c"]
# both of them
names.extend(["b", "a"]).sort()
print(names)
