"""How long a text is."""
# fails: SyntaxError at line 4
# prints: 5
print(len.("sugar"))
