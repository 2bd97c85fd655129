"""A line of a protocol, put together of bytes and a text."""
# fails: TypeError at line 4
# prints: b'GET /index.html'
line = b"GET " + "/index.html"  # the page
print(line)
