"""A keyword of the standard library, which its function hands on to another one."""
# fails: TypeError at line 6
# prints: {"name": "Ann"}
import json

print(json.dumps({"name": "Ann"}, ensure_asci=False))  # names may have accents
