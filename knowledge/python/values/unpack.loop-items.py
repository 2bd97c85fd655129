"""Shows prices."""
# fails: ValueError at line 5
# prints: pears 3
prices = {"pears": 3}
for name, price in prices:
    print(name, price)
