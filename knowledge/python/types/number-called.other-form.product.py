"""The sign of multiplication is left out between names."""
# needs: python>=3.11
# fails: TypeError at line 7
# prints: 14
rate = 2
hours = 4
print(rate(hours + 3))  # with three more
