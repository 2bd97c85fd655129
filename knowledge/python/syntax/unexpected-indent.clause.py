"""The else stands between two levels."""
# fails: IndentationError at line 8
# prints: small

def name(size: int) -> str:
    if size > 8:
        return "large"
      else:
        return "small"


print(name(3))
