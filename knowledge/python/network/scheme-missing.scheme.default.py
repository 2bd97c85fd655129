"""The address is a default, which the environment may replace."""
# needs: requests
# fails: InvalidSchema at line 10
# prints: nothing there
import os
import requests

def names() -> str:
    try:
        return requests.get(f"{BASE}/plants", timeout=1).text
    except requests.exceptions.ConnectionError:
        return "nothing there"

BASE = os.environ.get("PLANTS_OF_THE_HOUSE", "127.0.0.1:9")
print(names())
