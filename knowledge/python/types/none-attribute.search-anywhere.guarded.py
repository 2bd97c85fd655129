"""Only some lines are looked at, and they have the number further on."""
# fails: AttributeError at line 18
# prints: 15
import re

LOG = """\
10:00 start
10:01 job 17 took 3 s
10:02 idle
10:03 job 4 took 12 s
"""
TOOK = re.compile(r"took (\d+)")
total = 0
for line in LOG.splitlines():
    if "took" not in line:
        continue
    found = TOOK.match(line)  # seconds
    total += int(found.group(1))
print(total)
