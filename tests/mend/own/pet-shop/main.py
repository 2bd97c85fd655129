class Animal:
    """Something that lives in the shop."""

    sound = "..."

    def __init__(self, name, price):
        self.name = name
        self.price = price
        self.sold = False

    def speak(self):
        return "%s says %s" % (self.name, self.sound)


class Parrot(Animal):
    sound = "hello"


class Rabbit(Animal):
    sound = "(nothing)"


class Shop:
    def __init__(self):
        self.animals = []
        self.till = 0

    def add(self, animal):
        self.animals.append(animal)

    def sell(self, name):
        for animal in self.animals:
            if animal.name == name and not animal.sold:
                animal.sold = True
                self.till += animal.price
               return animal
        return None

    def for_sale(self):
        return [a.name for a in self.animals if not a.sold]


shop = Shop()
shop.add(Parrot("Kiwi", 80))
shop.add(Rabbit("Flop", 25))
shop.add(Rabbit("Snow", 30))

for animal in shop.animals:
    print(animal.speak())

sold = shop.sell("Flop")
print("sold:", sold.name)
print("again:", shop.sell("Flop"))
print("till:", shop.till)
print("for sale:", shop.for_sale())
