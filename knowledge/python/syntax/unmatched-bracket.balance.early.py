"""A bracket that closes too early."""
# fails: SyntaxError at line 5
# prints: 1.5
total = 3
print(abs(total)) / 2)
