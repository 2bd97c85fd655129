"""The stored times are in UTC; the time that ages count from lacks its zone."""
# fails: TypeError at line 8
# prints: 60
from datetime import datetime, timezone


def age(made, now):
    return (now - made).days


made = datetime.fromtimestamp(1704067200, tz=timezone.utc)
exported = datetime(2024, 3, 1, 12, 0)  # at noon
print(age(made, exported))
