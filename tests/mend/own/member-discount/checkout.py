from decimal import Decimal, ROUND_HALF_UP

CENT = Decimal("0.01")
MEMBER_EXTRA = Decimal("2")


class Customer:
    def __init__(self, name, member=False):
        self.name = name
        self.member = member


class Cart:
    def __init__(self, customer):
        self.customer = customer
        self.lines = []

    def add(self, text, price, qty=1, percent=0):
        self.lines.append((text, Decimal(price), qty, Decimal(percent)))
        return self

    def total(self):
        total = Decimal(0)
        for text, price, qty, percent in self.lines:
            total += discounted(price * qty, percent, self.customer)
        return total


def discounted(amount, percent):
    """The amount less percent, rounded to the cent."""
    factor = (Decimal(100) - percent) / 100
    return (amount * factor).quantize(CENT, ROUND_HALF_UP)


def receipt(cart):
    print("Receipt for", cart.customer.name)
    for text, price, qty, percent in cart.lines:
        note = " (-%s%%)" % percent if percent else ""
        print("  %d x %s%s" % (qty, text, note))
    print("  TOTAL", cart.total())


cart = Cart(Customer("counter 2", member=True))
cart.add("notebook A5", "2.49", 4, 10).add("fountain pen", "17.90").add("ink", "4.20", 2)
receipt(cart)
