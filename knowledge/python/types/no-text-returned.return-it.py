"""The text is printed instead of returned."""
# fails: TypeError at line 14
# prints: box of 3


class Box:
    def __init__(self, size):
        self.size = size

    def __str__(self):
        print(f"box of {self.size}")  # in cm


print(Box(3))
