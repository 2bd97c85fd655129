"""Shows a digest."""
# fails: TypeError at line 6
# prints: 2bb80d53
import hashlib
password = "secret"
print(hashlib.sha256(password).hexdigest()[:8])
