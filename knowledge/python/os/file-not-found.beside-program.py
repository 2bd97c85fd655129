"""Settings lie beside the program, which works in another folder."""
# setup: printf '{"port": 80}' > settings.json
# fails: FileNotFoundError at line 9
# prints: 80
import json
import os

os.chdir(os.sep)
with open("settings.json", encoding="utf-8") as file:  # as delivered
    print(json.load(file)["port"])
