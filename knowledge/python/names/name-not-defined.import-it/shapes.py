"""Shapes and what is said of them."""


class Circle:
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return 3 * self.radius**2


def describe(shape):
    return f"area {shape.area()}"
