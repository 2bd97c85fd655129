#!/usr/bin/env python3
"""Totals of the spring seed orders.

usage: main.py ORDERS

Each line of ORDERS:   customer | item | amount in euro
"""
import sys


class Order:
    def __init__(self, customer, item, amount):
        self.customer = customer
        self.item = item
        self.amount = amount

    @property
    def kind(self):
        return "wholesale" if self.amount >= 500 else "retail"

    def __repr__(self):
        return f"Order({self.customer!r}, {self.item!r}, {self.amount})"


def parse_amount(text):
    """'€ 1,250.00' -> 1250.0"""
    text = text.strip().lstrip("€").strip()
    return float(text)


def parse_orders(lines):
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        customer, item, amount = [part.strip() for part in line.split("|")]
        yield Order(customer, item, parse_amount(amount))


def summary(orders):
    totals = {}
    for order in orders:
        count, total = totals.get(order.kind, (0, 0.0))
        totals[order.kind] = (count + 1, total + order.amount)
    return totals


def main(argv):
    with open(argv[1], encoding="utf-8") as f:
        orders = list(parse_orders(f))
    for kind, (count, total) in sorted(summary(orders).items()):
        print(f"{kind:10} {count:3} orders {total:10,.2f}")
    print(f"grand total: {sum(o.amount for o in orders):,.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
