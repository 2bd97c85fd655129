"""A full-width colon behind a number (3.10 names the number, later versions the character)."""
# needs: python<3.11
# fails: SyntaxError at line 5
# prints: yes
if 1：
    print("yes")
