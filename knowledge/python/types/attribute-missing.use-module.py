"""Asks a class for what is in its module."""
# fails: AttributeError at line 6
# prints: 2 days
from datetime import datetime

pause = datetime.timedelta(days=2)  # at most
print(pause.days, "days" if datetime.now() else "")
