"""Shows the first name."""
# fails: TypeError at line 5
# prints: ann
ages = {"ann": 30, "bob": 40}
print(ages.keys()[0])
