"""A method called on the class."""
# fails: TypeError at line 13
# prints: Rex: woof
class Dog:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name}: woof"


rex = Dog("Rex")
print(Dog.speak())  # just once
