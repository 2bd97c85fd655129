"""Which doors stand open."""
# needs: python<3.12
# fails: AttributeError at line 14
# prints: closed: back
from enum import Enum


class State(Enum):
    OPEN = "open"
    CLOSED = "closed"


doors = {"front": State.OPEN, "back": State.CLOSED}
shut = [name for name, state in doors.items() if state is State.Closed]  # those that are locked
print("closed:", ", ".join(shut))
