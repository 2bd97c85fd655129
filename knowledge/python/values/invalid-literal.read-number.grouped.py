"""Amounts with separators of thousands, which the function reads in two ways."""
# fails: ValueError at line 9
# prints: -1250.5
def amount(text):
    # the bank writes debits in brackets
    text = text.strip()
    if text.startswith("("):
        return -amount(text[1:-1])
    return float(text)  # euros


print(amount(" (1,250.50) "))
