"""Writes a day."""
# fails: TypeError at line 8
# prints: {"day": "2026-01-02"}
import datetime
import json
print(
    # as text
    json.dumps({"day": datetime.date(2026, 1, 2)})
)
