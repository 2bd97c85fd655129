"""A method called on the class, which needs no arguments."""
# fails: TypeError at line 13
# prints: woof
class Dog:
    def __init__(self):
        self.word = "woof"

    def speak(self):
        return self.word


# the only dog
print(Dog.speak())
