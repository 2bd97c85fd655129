"""The numbers of bytes are taken."""
# fails: TypeError at line 5
# prints: 97
data = b"abc"
print(ord(data[0]))
