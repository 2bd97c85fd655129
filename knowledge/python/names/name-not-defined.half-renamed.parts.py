"""Two parameters were renamed, and both are used under their old names."""
# fails: NameError at line 5
# prints: Ada Lovelace
def full(first, last):
    return f"{first_name} {last_name}"  # as it is printed


print(full("Ada", "Lovelace"))
