"""Beginnings stand in a set."""
# fails: TypeError at line 8
# prints: True
SECURE = {"https://", "sftp://"}


def is_secure(address):
    return address.startswith(SECURE)


print(is_secure("https://example.org"))
