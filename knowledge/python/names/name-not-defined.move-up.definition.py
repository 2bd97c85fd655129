"""Uses a class before it is there."""
# fails: NameError at line 4
# prints: Rex Ben
dogs = [Dog("Rex")]
dogs.append(Dog("Ben"))


# a dog has a name
class Dog:
    def __init__(self, name):
        self.name = name


print(*(dog.name for dog in dogs))
