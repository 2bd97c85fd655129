"""Gives a mark for a number of points."""
# fails: IndentationError at line 10
# prints: A
# prints: B


def mark(points: int) -> str:
    if points > 90:
        return "A"
   return "B"  # everything else


for points in (95, 60):
    print(mark(points))
