"""A class whose __init__ is spelt differently."""
# fails: TypeError at line 9
# prints: Rex
class Dog:
    def _init_(self, name):  # every dog has one
        self.name = name


print(Dog("Rex").name)
