"""Writes tags."""
# fails: TypeError at line 6
# prints: {"tags": ["a"], "count": 1}
import json
tags = {"a"}  # each once
print(json.dumps({"tags": tags, "count": len(tags)}))
