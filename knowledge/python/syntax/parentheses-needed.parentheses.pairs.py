"""Pairs of a name and its length."""
# fails: SyntaxError at line 4
# prints: [('tea', 3), ('jam', 3)]
print([name, len(name) for name in ("tea", "jam")])  # name, len
