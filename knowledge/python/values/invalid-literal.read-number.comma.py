"""Adds up prices that are written with a comma."""
# fails: ValueError at line 6
# prints: 5.75
total = 0.0
for price in ["2,50", "3,25"]:
    total += float(price)
print(total)
