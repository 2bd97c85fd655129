"""Where to connect to, from a table of settings."""
# fails: KeyError at line 7
# prints: connecting to db1 on 5432
config = {"host": "db1", "port": 5432, "user": "reports"}

# the port has no default
print("connecting to", config["hots"], "on", config["port"])
