"""A colon for an equals sign."""
# fails: UnboundLocalError at line 6
# prints: 6
def double():
    n: 3  # to start with
    return n * 2


print(double())
