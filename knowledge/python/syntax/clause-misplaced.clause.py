"""Sizes of parcels: the else belongs to the if, one step further left."""
# fails: SyntaxError at line 11
# prints: large
# prints: medium
# prints: small

def name(size: int) -> str:
    if size > 8:
        return "large"
        # nothing else is large
        elif size > 4:
            return "medium"
        else:  # all the rest
            return "small"


for size in (9, 5, 1):
    print(name(size))
