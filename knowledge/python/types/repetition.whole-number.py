"""Draws a line of half the width."""
# fails: TypeError at line 5
# prints: -----
width = 10
print("-" * (width / 2))
