"""A property with parentheses."""
# fails: TypeError at line 10
# prints: 3
class Box:
    @property
    def size(self):
        return 3


print(Box().size())  # all the same
