"""Splits a line of bytes."""
# fails: TypeError at line 5
# prints: [b'a', b'b']
line = b"a,b"
print(line.split(","))
