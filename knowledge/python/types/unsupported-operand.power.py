"""The area of a circle."""
# fails: TypeError at line 5
# prints: 12.5
radius = 2.5
print(2 * radius ^ 2)  # about
