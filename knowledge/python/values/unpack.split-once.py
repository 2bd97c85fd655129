"""Reads a setting."""
# fails: ValueError at line 4
# prints: name a=b
key, value = "name=a=b".split("=")
print(key, value)
