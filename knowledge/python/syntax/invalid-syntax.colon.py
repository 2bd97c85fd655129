"""Says how many in one line."""
# fails: SyntaxError at line 7
# prints: few


def many(count):
    if count < 3 return "few"
    return "many"


print(many(2))
