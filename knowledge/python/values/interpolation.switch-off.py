"""Reads a rebate."""
# fails: configparser.InterpolationSyntaxError at line 7
# prints: 50%
import configparser
settings = configparser.ConfigParser()
settings.read_string("[shop]\nrebate = 50%\n")
print(settings["shop"]["rebate"])
