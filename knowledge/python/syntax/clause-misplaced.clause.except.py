"""Reads a number; the except stands at the margin."""
# fails: SyntaxError at line 8
# prints: 7 0

def number(text: str) -> int:
    try:
        return int(text)
except ValueError:  # no number
    return 0


print(number("7"), number("seven"))
