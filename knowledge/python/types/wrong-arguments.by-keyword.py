"""An argument that is taken by name."""
# fails: TypeError at line 8
# prints: 3 cm
def size(value, *, unit="mm"):
    return f"{value} {unit}"


print(size(3, "cm"))  # not mm
