"""A folder whose last backslash stands before the quote."""
# fails: SyntaxError at line 5
# prints: D:\data\new\a.csv
NAME = "a.csv"
print("D:\data\new\" + NAME)
