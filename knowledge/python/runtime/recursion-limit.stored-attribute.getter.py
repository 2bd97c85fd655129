"""A name in capitals."""
# fails: RecursionError at line 9
# prints: ADA
class Person:
    def __init__(self, name):
        self._name = name
    @property
    def name(self):
        return self.name.upper()
print(Person("Ada").name)
