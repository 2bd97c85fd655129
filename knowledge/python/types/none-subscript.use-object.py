"""The sorted list is expected from sort."""
# fails: TypeError at line 6
# prints: ['Tom', 'Adam']
names = ["Tom", "Christina", "Adam"]
shortest = names.sort(key=len)  # by length
print(shortest[:2])
