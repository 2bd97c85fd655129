"""Shows names by number."""
# fails: TypeError at line 5
# prints: 1 ann
names = {1: "ann"}
for number, name in names:
    print(number, name)
