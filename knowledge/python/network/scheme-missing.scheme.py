"""Makes a request of a host's name."""
# fails: ValueError at line 7
# prints: https
import urllib.request

host = "example.org/data"
request = urllib.request.Request(host)
print(request.type)
