"""The count is begun under one name and goes on under another."""
# fails: UnboundLocalError at line 8
# prints: 2
def count(items):
    n_items = 0
    for item in items:
        if item:  # empty ones do not count
            n += 1
    return n_items


print(count(["a", "", "b"]))
