"""round or abs was given a text."""
# fails: TypeError at line 5
# prints: 2.7
price = "2.71"
print(round(price, 1))  # for the list
