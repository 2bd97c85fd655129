"""Going over a dictionary gives its keys; the file shows that its values are meant."""
# setup: printf '{"f1": {"title": "Dusk", "votes": 3}, "f2": {"title": "Reeds", "votes": 5}}' > films.json
# fails: TypeError at line 11
# prints: 8
import json

with open("films.json", encoding="utf-8") as handle:
    films = json.load(handle)
total = 0
for film in films:  # every one
    total += film["votes"]
print(total)
