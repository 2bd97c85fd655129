"""Reads a literal."""
# fails: json.decoder.JSONDecodeError at line 5
# prints: 1
import json
print(json.loads("{'a': 1}")["a"])
