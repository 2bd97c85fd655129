"""Joins words."""
# fails: UnboundLocalError at line 7
# prints: pen, ink,
def joined(words):
    # one after the other
    for word in words:
        text += word + ", "
    return text.strip()


print(joined(["pen", "ink"]))
