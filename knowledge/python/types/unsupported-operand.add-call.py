"""A method that is not called."""
# fails: TypeError at line 9
# prints: 4
class Box:
    def size(self):
        return 3


print(Box().size + 1)  # with the lid
