"""A point that is made from a text."""
# fails: TypeError at line 14
# prints: 3 4
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    @classmethod
    def read(text):  # "3,4"
        x, y = map(int, text.split(","))
        return Point(x, y)


point = Point.read("3,4")
print(point.x, point.y)
