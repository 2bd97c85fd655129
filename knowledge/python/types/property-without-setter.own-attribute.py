"""The class sets its own property instead of what the property gives back."""
# fails: AttributeError at line 8
# prints: 3


class Circle:
    def __init__(self, radius):
        self.radius = radius  # in metres

    @property
    def radius(self):
        return self._radius


print(Circle(3).radius)
