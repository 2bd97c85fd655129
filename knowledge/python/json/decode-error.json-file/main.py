"""What another program printed was kept as settings."""
# fails: json.decoder.JSONDecodeError at line 9
# prints: 3 True
import json
import os

HERE = os.path.dirname(__file__)
with open(os.path.join(HERE, "settings.json")) as file:
    settings = json.loads(file.read())

print(len(settings["hosts"]), settings["tls"])
