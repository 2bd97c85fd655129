"""Monthly invoice run.

Money is Decimal throughout; amounts are rounded to cents once per line.
"""
import csv
import io
from collections import namedtuple
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from operator import attrgetter

CENT = Decimal("0.01")
REDUCED = {"book", "food"}

Line = namedtuple("Line", "customer item kind quantity price")

ORDERS = """\
customer,item,kind,quantity,price
K-102,Cookbook,book,2,24.90
K-102,Saucepan,household,1,39.95
K-077,Tea,food,12,3.49
K-077,Teapot,household,1,28.00
K-102,Olives,food,3,4.15
"""


def money(value):
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def read_orders(text):
    for row in csv.DictReader(io.StringIO(text)):
        yield Line(
            customer=row["customer"],
            item=row["item"],
            kind=row["kind"],
            quantity=int(row["quantity"]),
            price=Decimal(row["price"]),
        )


class Invoice:
    """All lines of one customer, with discount and tax."""

    DISCOUNT_FROM = Decimal("80")

    def __init__(self, number, customer, lines):
        self.number = number
        self.customer = customer
        self.lines = list(lines)

    @property
    def net(self):
        return sum((line.price * line.quantity for line in self.lines), Decimal(0))

    @property
    def discount(self):
        if self.net < self.DISCOUNT_FROM:
            return Decimal(0)
        return money(self.net * Decimal("0.03"))

    def tax(self):
        def rate(line):
            return Decimal("0.07") if line.kind in REDUCED else 0.19

        return sum(
            (money(line.price * line.quantity * rate(line)) for line in self.lines),
            Decimal(0),
        )

    def total(self):
        return money(self.net - self.discount + self.tax())

    def __str__(self):
        rows = [f"Invoice {self.number} for {self.customer}"]
        for line in self.lines:
            rows.append(f"  {line.quantity:>3} x {line.item:<10} {line.price * line.quantity:>9}")
        rows.append(f"  net {self.net}, discount {self.discount}, tax {self.tax()}")
        rows.append(f"  to pay: {self.total()}")
        return "\n".join(rows)


def run(text, first_number=2024001):
    ordered = sorted(read_orders(text), key=attrgetter("customer"))
    for number, (customer, lines) in enumerate(
        groupby(ordered, key=attrgetter("customer")), start=first_number
    ):
        yield Invoice(number, customer, lines)


if __name__ == "__main__":
    grand_total = Decimal(0)
    for invoice in run(ORDERS):
        print(invoice)
        grand_total += invoice.total()
    print("all invoices:", grand_total)
