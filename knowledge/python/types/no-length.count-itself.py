"""Numbered lines, as many as were wanted."""
# fails: TypeError at line 6
# prints: 0
# prints: 1
wanted = 2
for number in range(len(wanted)):  # from nought
    print(number)
