"""Two classes are caught by a list."""
# fails: TypeError at line 7
# prints: no number
def number(text):
    try:
        return int(text)
    except [ValueError, TypeError]:
        return "no number"


print(number("x"))
