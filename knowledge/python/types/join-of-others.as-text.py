"""The items that are joined have to be texts; one of them is not."""
# fails: TypeError at line 5
# prints: 3, 4
sizes = [3, 4]
print(", ".join(sizes))  # in their order
