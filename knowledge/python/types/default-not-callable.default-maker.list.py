"""Groups words by their first letter; points begin at 10."""
# needs: python>=3.11
# fails: TypeError at line 7
# prints: 1 9
from collections import defaultdict

groups, points = defaultdict([]), defaultdict(int)
groups["a"].append("ant")
points["Tom"] += 9
print(len(groups["a"]), points["Tom"])
