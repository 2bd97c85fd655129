"""The times have seconds and a zone, and day and month stand in the other order."""
# fails: ValueError at line 6
# prints: 2024-12-25T10:30:15+00:00
from datetime import datetime

moment = datetime.strptime("25/12/2024 10:30:15Z", "%m/%d/%Y %H:%M")  # from the log
print(moment.isoformat())
