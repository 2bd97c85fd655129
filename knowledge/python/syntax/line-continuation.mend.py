"""A blank behind the backslash."""
# fails: SyntaxError at line 4
# prints: 3
total = 1 + \ 
    2  # \ 
print(total)
