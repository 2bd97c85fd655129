"""The sign of multiplication is left out between names."""
# fails: TypeError at line 6
# prints: 14
rate = 2
hours = 4
print(rate(hours + 3))  # with three more
