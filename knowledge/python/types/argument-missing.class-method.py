"""A method takes cls, and is called on its class."""
# fails: TypeError at line 14
# prints: 3 4


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def parse(cls, text):  # as "3,4"
        return cls(*map(int, text.split(",")))


point = Point.parse("3,4")
print(point.x, point.y)
