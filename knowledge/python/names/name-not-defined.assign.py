"""A colon for an equals sign."""
# fails: NameError at line 5
# prints: 4
size: 3  # of the pen
print(size + 1)
