"""A method that sub-classes have to write."""
# fails: TypeError at line 6
# prints: abstract
class Shape:
    def area(self):
        raise NotImplemented


try:
    Shape().area()
except NotImplementedError:
    print("abstract")
