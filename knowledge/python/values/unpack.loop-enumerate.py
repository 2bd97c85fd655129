"""A counter and an item are wanted of each item."""
# fails: ValueError at line 5
# prints: 0 Ada, 1 Grace
names = ["Ada", "Grace"]
print(", ".join(f"{i} {name}" for i, name in names))  # counted
