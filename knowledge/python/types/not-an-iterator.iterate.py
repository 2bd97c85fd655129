"""next was given something that has items, but does not give them one by."""
# fails: TypeError at line 5
# prints: Mia
names = ["Mia", "Tom"]
print(next(names))  # the first
