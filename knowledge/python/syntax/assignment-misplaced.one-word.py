"""Writes a name with a hyphen."""
# fails: SyntaxError at line 4
# prints: Ann, Ann
first-name = "Ann"
print(first-name, f"{first-name}", sep=", ")
