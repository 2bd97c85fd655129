"""Says whether the settings are there."""
# fails: NameError at line 6
# prints: False
import json

config = Path("settings.json")
if config.exists():
    print(json.loads(config.read_text(encoding="utf-8")))
else:
    print(config.exists())
