class VendingMachine:
    COINS = [200, 100, 50, 20, 10, 5]

    def __init__(self, stock):
        # name -> [price, pieces]
        self.stock = {name: list(entry) for name, entry in stock.items()}
        self.income = 0

    def change(amount):
        """Coins for an amount, the largest first."""
        coins = []
        for coin in self.COINS:
            while amount >= coin:
                coins.append(coin)
                amount -= coin
        return coins

    def missing(self):
        """Names of everything that must be filled up."""
        return sorted(n for n, (price, pieces) in self.stock.items() if not pieces)

    def refill(self, name, pieces):
        if pieces <= 0:
            raise ValueError("pieces must be positive")
        self.stock[name][1] += pieces

    def buy(self, name, paid):
        price, pieces = self.stock[name]
        if pieces == 0:
            return "sold out: " + name
        if paid < price:
            return "too little for " + name
        self.stock[name][1] -= 1
        self.income += price
        back = self.change(paid - price)
        return name + ", change: " + (" ".join(str(c) for c in back) or "none")


if __name__ == "__main__":
    machine = VendingMachine({"cola": (120, 2), "gum": (50, 0), "nuts": (180, 1)})
    print(machine.buy("cola", 200))
    print(machine.buy("gum", 50))
    print(machine.buy("nuts", 100))
    print(machine.buy("nuts", 180))
    print("income:", machine.income)
    for name in machine.missing():
        machine.refill(name, 10)
        print("refilled", name)
