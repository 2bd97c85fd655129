"""A property with parentheses."""
# needs: python>=3.11
# fails: TypeError at line 11
# prints: 3
class Box:
    @property
    def size(self):
        return 3


print(Box().size())  # all the same
