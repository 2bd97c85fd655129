"""A setting is a text until getint or getfloat reads it."""
# setup: printf '[pool]\nworkers = 3\n' > job.ini
# fails: TypeError at line 9
# prints: 4
import configparser

config = configparser.ConfigParser()
config.read("job.ini", encoding="utf-8")
print(1 + config.get("pool", "workers"))  # one for the caller
