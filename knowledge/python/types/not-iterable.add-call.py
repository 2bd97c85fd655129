"""A method that is not called."""
# fails: TypeError at line 5
# prints: pen 2
prices = {"pen": 2}
for name, price in prices.items:  # each of them
    print(name, price)
