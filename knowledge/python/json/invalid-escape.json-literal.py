r"""A pattern stands in a literal of Python."""
# fails: json.decoder.JSONDecodeError at line 5
# prints: \d+
import json
rule = json.loads('{"pattern": "\\d+"}')
print(rule["pattern"])
