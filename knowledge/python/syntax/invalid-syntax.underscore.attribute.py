"""Calls an attribute of its own class."""
# fails: SyntaxError at line 6
# prints: first
class Ticket:
    def __init__(self, name):
        self.class = name


ticket = Ticket("first")
print(f"{ticket.class}")
