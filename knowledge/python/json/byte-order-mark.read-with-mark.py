"""Reads settings that an editor saved with a mark."""
# setup: printf '\357\273\277{"port": 80}' > settings.json
# fails: json.decoder.JSONDecodeError at line 7
# prints: 80
import json
with open("settings.json", encoding="utf-8") as file:  # é
    settings = json.load(file)
print(settings["port"])
