"""The format says that the times are in UTC, and leaves them without a zone."""
# fails: TypeError at line 9
# prints: 60 start
from datetime import datetime, timezone

BEGIN = datetime(2024, 1, 1, tzinfo=timezone.utc)
for line in ["2024-03-01 10:00Z start"]:
    when = datetime.strptime(line[:17], "%Y-%m-%d %H:%MZ")
    print((when - BEGIN).days, line[18:])
