"""A lamp that gives itself back when it is made."""
# fails: TypeError at line 12
# prints: 40
class Lamp:
    def __init__(self, watts):
        if watts < 0:
            return False  # no such lamp
        self.watts = watts
        return self


print(Lamp(40).watts)
