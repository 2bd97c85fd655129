"""A price tag."""
# fails: TypeError at line 6
# prints: 5 EUR
def tag(price):
    # the currency follows the number
    return price + " EUR"


print(tag(5))
