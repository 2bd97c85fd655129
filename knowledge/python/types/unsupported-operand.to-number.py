"""The number typed is a text; the sum wants it as a number."""
# fails: TypeError at line 6
# prints: 8
size = 3
text = "5"  # as typed
total = size + text
print(total)
