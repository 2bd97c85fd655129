class Basket:
    def __init__(self, price, count):
        self.price, self.count = price, count

    def total():  # of all
        return self.price * self.count
