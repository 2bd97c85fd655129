"""The sum goes on with a sign on the next line."""
# fails: SyntaxError at line 4
# prints: 7
total = (10
- 3  # returned
print(total)
