"""Shows an order."""
# fails: TypeError at line 5
# prints: order of Ann: 3
name = "Ann"
print("order of %d: %d" % (name, 3))
