"""A function that reckons a value and lacks its return."""
# fails: TypeError at line 8
# prints: too dear
def total(prices):
    amount = sum(prices)


if total([4, 7]) > 10:  # euros
    print("too dear")
