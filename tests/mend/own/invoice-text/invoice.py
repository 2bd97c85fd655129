"""Print an invoice as plain text."""
from decimal import Decimal

ORDER = {
    "number": "2024-017",
    "customer": "Blue Door Café",
    "items": [
        {"name": "Garden table", "qty": 2, "price": Decimal("89.50")},
        {"name": "Folding chair", "qty": 8, "price": Decimal("23.75")},
    ],
}


VAT = Decimal("0.19")


def vat_part(gross):
    """The tax that is contained in a gross amount."""
    return (gross - gross / (1 + VAT)).quantize(Decimal("0.01"))


def due_text(days):
    if days == 0:
        return "due on receipt"
    return f"due within {days} day{'s' if days != 1 else ''}"


def amount(item):
    return item["qty"] * item["price"]


def lines(order):
    yield f"Invoice {order['number']}"
    yield f"for {order['customer']}"
    yield "-" * 28
    for item in order["items"]:
        yield f"{item["name"]:<16}{item['qty']:>3}{amount(item):>9.2f}"
    yield "-" * 28
    total = sum(amount(item) for item in order["items"])
    yield f"{'Total':<19}{total:>9.2f}"


def main():
    print("\n".join(lines(ORDER)))
    gross = sum(map(amount, ORDER["items"]))
    print("includes VAT of", vat_part(gross))
    print(due_text(14))


if __name__ == "__main__":
    main()
