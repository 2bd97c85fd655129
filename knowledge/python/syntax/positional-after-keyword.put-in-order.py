"""The separator is given first."""
# fails: SyntaxError at line 4
# prints: tea, milk
print(sep=", ", "tea", "milk")
