r"""A path was written into the settings as Windows shows it."""
# fails: json.decoder.JSONDecodeError at line 7
# prints: C:\Users\new
import json

with open("paths.json", encoding="utf-8") as file:
    paths = json.load(file)
print(paths["folder"])
