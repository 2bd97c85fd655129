"""The months of a quarter."""
# fails: SyntaxError at line 6
# prints: 3 months
# prints: first: Jan

MONTHS = [
    "Jan",
    "Feb",  # short
    "Mar",


print(len(MONTHS), "months")
print("first:", MONTHS[0])
