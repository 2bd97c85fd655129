from shape import Shape


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def get_area(self):  # side by side
        return self.side**2
