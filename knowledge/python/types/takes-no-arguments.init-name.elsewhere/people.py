class Person:
    def _init_(self, name):  # one line too few at each end
        self.name = name
