"""Compares as Python 2 did."""
# fails: SyntaxError at line 6
# prints: they differ
# prints: 'tea'
name = "tea"
if name <> "milk":
    print "they differ"
print `name`
