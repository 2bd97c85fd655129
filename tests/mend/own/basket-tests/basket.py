"""Shopping basket with discounts, exercise sheet 6."""
from decimal import Decimal


class Article:

    def __init__(self, name, price):
        self.name = name
        self.price = Decimal(price)

    def __repr__(self):
        return f"Article({self.name!r}, {self.price})"


class Discount:
    """Takes a percentage off everything above a limit."""

    def __init__(self, percent, above=0):
        self.percent = Decimal(percent)
        self.above = Decimal(above)

    def apply(self, total):
        if total <= self.above:
            return total
        return (total * (100 - self.percent) / 100).quantize(Decimal("0.01"))


class Basket:

    def __init__(self, customer, lines=[]):
        self.customer = customer
        self.lines = lines
        self.discount = None

    def add(self, article, count=1):
        if count < 1:
            raise ValueError("count must be positive")
        self.lines.append((article, count))

    def remove(self, name):
        self.lines = [line for line in self.lines if line[0].name != name]

    @property
    def total(self):
        total = sum((article.price * count for article, count in self.lines), Decimal(0))
        if self.discount is not None:
            total = self.discount.apply(total)
        return total

    def __len__(self):
        return sum(count for _, count in self.lines)
