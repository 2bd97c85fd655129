"""A list, a text and a dictionary as other languages have them."""
# fails: AttributeError at line 6
# prints: 2 names
names = []
for name in ("Ann", "Bob"):
    names.push(name)  # one after the other
print(len(names), "names")
