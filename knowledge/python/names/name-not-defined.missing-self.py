"""The object's parameter has another name than the one that the method uses."""
# fails: NameError at line 6
# prints: 3
class Box:
    def __init__(this, size):  # in litres
        self.size = size


print(Box(3).size)
