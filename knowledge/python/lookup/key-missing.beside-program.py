"""Settings lie beside the program, which works in another folder."""
# setup: printf '[db]\nhost = local\n' > app.ini
# fails: KeyError at line 10
# prints: local
import configparser
import os
os.chdir(os.sep)
settings = configparser.ConfigParser()
settings.read("app.ini", encoding="utf-8")  # as delivered
print(settings["db"]["host"])
