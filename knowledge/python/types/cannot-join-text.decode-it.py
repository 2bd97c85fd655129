"""Makes a header for a request."""
# fails: TypeError at line 6
# prints: Basic YW5uOnNlY3JldA==
import base64
token = base64.b64encode(b"ann:secret")
print("Basic " + token)
