"""Rows by what stands second; one of the library's names is imported, the other is not."""
# fails: NameError at line 7
# prints: 12
from operator import itemgetter

rows = sorted([("a", 4), ("b", 3)], key=itemgetter(1))
print(mul(rows[0][1], rows[1][1]))  # of both numbers
