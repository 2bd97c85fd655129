"""The handler prints an exception that it has not named."""
# fails: NameError at line 7
# prints: no number: invalid literal for int() with base 10: 'x'
try:
    int("x")
except (ValueError, TypeError):  # what int() raises
    print("no number:", err)
