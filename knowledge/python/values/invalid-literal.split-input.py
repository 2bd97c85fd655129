"""Two numbers are typed on one line."""
# fails: ValueError at line 8
# prints: 42
import io
import sys

sys.stdin = io.StringIO("12 30\n")
width, height = map(int, input())
print(width + height)  # half of the way round
