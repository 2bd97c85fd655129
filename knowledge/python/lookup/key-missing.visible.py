"""The key was copied from a page, with a zero-width blank."""
# fails: KeyError at line 5
# prints: 3
stock = {"tea​": 3}
print(stock["tea"])
