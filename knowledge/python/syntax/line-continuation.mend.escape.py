"""Escapes without quotes."""
# fails: SyntaxError at line 4
# prints: 'a\tb\n'
print(repr("a" + \t + "b" + \n))
