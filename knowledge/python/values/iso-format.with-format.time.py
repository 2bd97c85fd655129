"""Times with one digit are no ISO 8601."""
# fails: ValueError at line 6
# prints: 08:30
import datetime as dt

starts = [dt.time.fromisoformat(text) for text in ("8:30", "14:05")]
print(min(starts).strftime("%H:%M"))
