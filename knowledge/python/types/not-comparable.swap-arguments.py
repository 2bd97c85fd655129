"""The name and the limit stand in each other's place."""
# fails: TypeError at line 5
# prints: True
def above(label: str, limit: int) -> bool:
    return limit > 3 and label != ""


print(above(5, "tea"))  # tea is over it
