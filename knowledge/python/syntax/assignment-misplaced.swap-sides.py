"""Multiplies what stands on the wrong side."""
# fails: SyntaxError at line 4
# prints: 36
12 = dozen
print(3 * dozen)
