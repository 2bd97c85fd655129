"""Names by their first letter: the first of each letter finds no list."""
# fails: KeyError at line 9
# prints: ['Mia', 'Max']
names = ["Mia", "Tom", "Max"]
by_letter = {}


for name in names:
    by_letter[name[0]].append(name)  # in their order
print(by_letter["M"])
