"""A span of time in a column."""
# fails: TypeError at line 6
# prints: |      1:30:00|
from datetime import timedelta

print(f"|{timedelta(minutes=90):>13}|")  # right
