"""An apostrophe in the text."""
# fails: SyntaxError at line 4
# prints: it's late
print('it's late')
