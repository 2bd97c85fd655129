"""Makes a tuple of one unpacked item without its comma."""
# fails: SyntaxError at line 5
# prints: ('Ann', 'Bo')
names = ["Ann", "Bo"]
fixed = (*names)  # cannot be changed
print(fixed)
