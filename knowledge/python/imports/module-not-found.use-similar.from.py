"""The last line of a log."""
# fails: ModuleNotFoundError at line 4
# prints: three
from colections import deque

print(deque(["one", "two", "three"], maxlen=1)[0])  # only the last is kept
