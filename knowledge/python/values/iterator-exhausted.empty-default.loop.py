"""Reads lines up to an empty one, or to the end."""
# fails: StopIteration at line 8
# prints: TEA CAKE
lines = iter(["tea", "cake"])
found, line = [], next(lines)
while line:
    found.append(line.upper())
    line = next(lines)  # the next one
print(*found)
