"""Names of Python 2."""
# fails: NameError at line 4
# prints: 0 1
print(*(unicode(i) for i in xrange(2)))  # as text
