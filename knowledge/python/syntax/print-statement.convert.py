"""Prints as Python 2 did."""
# fails: SyntaxError at line 7
# prints: tea 2
# prints: 1 2 then
# prints: done
price = 2
print "tea", price  # in euros
for number in 1, 2:
    print number,
print "then"
print("done")
