"""A constant of the class in a static method."""
# fails: NameError at line 9
# prints: 12
class Circle:
    PI = 3

    @staticmethod
    def area(r):
        return PI * r**2  # roughly


print(Circle.area(2))
