"""The last values but the oldest."""
# fails: TypeError at line 7
# prints: 5
from collections import deque

last = deque([1, 2, 3], maxlen=3)
print(sum(last[1:]))  # without the oldest
