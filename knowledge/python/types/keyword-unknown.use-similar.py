"""Where to connect to."""
# fails: TypeError at line 9
# prints: db1 in 5 s
def connect(host, timeout=10):
    # both come from the settings
    return f"{host} in {timeout} s"


print(connect("db1", timout=5))
