"""A module of a package is imported as if it stood beside the program."""
# fails: ModuleNotFoundError at line 4
# prints: A b
import sys, pricing  # both are needed

print(pricing.label("A b"), file=sys.stdout)
