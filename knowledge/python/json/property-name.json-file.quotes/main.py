"""A dictionary was pasted into a file from Python's output."""
# fails: json.decoder.JSONDecodeError at line 7
# prints: Zoë True
import json
import pathlib

users = json.loads(pathlib.Path("users.json").read_text("utf-8"))
print(users[0]["name"], users[1]["admin"])
