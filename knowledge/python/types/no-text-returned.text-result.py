"""A number is returned where a text is needed."""
# fails: TypeError at line 13
# prints: 3


class Box:
    def __init__(self, size):
        self.size = size

    def __str__(self): return self.size  # in cm


print(Box(3))
