"""Print invoices for the orders of the day as plain text (80 columns at most)."""
import json
import sys
from decimal import Decimal

VAT = {"standard": Decimal("0.19"), "reduced": Decimal("0.07")}


def money(value):
    return f"{value.quantize(Decimal('0.01')):>8}"


def gross(item):
    net = Decimal(item["price"]) * item["count"]
    return net * (1 + VAT[item.get("vat", "standard")])


def letterhead(order):
    customer = order["customer"]
    yield f"Invoice {order['number']}"
    yield customer["name"]
    for line in customer["address"]:
        yield line
    yield ""


def item_lines(order):
    for position, item in enumerate(order["items"], start=1):
        yield f"{position:>3} {item["name"]:<20} {item['count']:>3} x {item['price']:>7} {money(gross(item))}"


def footer(order):
    total = sum((gross(item) for item in order["items"]), Decimal(0))
    yield "-" * 47
    yield f"to pay:{money(total)}"
    if order.get("paid"):
        yield "Paid with thanks."
    else:
        yield "Payable within 14 days."


def invoice(order):
    parts = [letterhead(order), item_lines(order), footer(order)]
    return "\n".join(line for part in parts for line in part)


def main(path):
    with open(path, encoding="utf-8") as handle:
        orders = json.load(handle)
    print("\n\n".join(invoice(order) for order in orders))


if __name__ == "__main__":
    main(sys.argv[1])
