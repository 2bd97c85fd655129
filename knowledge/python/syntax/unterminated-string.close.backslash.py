"""A folder with a backslash at its end."""
# fails: SyntaxError at line 4
# prints: data\
folder = "data\"
print(folder)
