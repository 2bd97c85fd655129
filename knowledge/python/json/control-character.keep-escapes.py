"""Reads two lines."""
# fails: json.decoder.JSONDecodeError at line 6
# prints: 2
import json
TEXT = '{"address": "Main Street 1\nTown"}'
address = json.loads(TEXT)["address"]
print(len(address.splitlines()))
