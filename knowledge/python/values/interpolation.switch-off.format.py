"""The format of log lines in a settings file has references of its own."""
# setup: printf '[log]\nformat = %%\050asctime)s\n' > log.ini
# fails: InterpolationMissingOptionError at line 8
# prints: 11
import configparser
settings = configparser.ConfigParser()  # one for all
settings.read("log.ini", encoding="utf-8")
print(len(settings.get("log", "format")))
