"""NotImplemented cannot be called; NotImplementedError is the exception."""
# fails: TypeError at line 7
# prints: area is left to the shapes

class Shape:
    def area(self):
        raise NotImplemented("area is left to the shapes")  # by hand


try:
    Shape().area()
except NotImplementedError as error:
    print(error)
