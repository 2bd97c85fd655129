"""Texts put together."""
# fails: TypeError at line 5
# prints: to-day
parts = ["to", "-", "day"]
print(sum(parts))
