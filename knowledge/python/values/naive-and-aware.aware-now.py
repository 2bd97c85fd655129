"""Says whether something is over."""
# fails: TypeError at line 6
# prints: over
from datetime import datetime, timezone
end = datetime(2020, 1, 1, tzinfo=timezone.utc)
if datetime.now() > end:
    print("over")
