# prints the receipt for one sale
import datetime
import json

SALE = json.loads("""
{
  "till": "T2",
  "time": "2024-04-11T10:42:00",
  "items": [
    {"name": "coffee", "qty": 2, "price": 3.10},
    {"name": "carrot cake", "qty": 1, "price": 4.50},
    {"name": "orange juice", "qty": 1, "price": 4.00}
  ],
  "paid": 20.0
}
""")

WIDTH = 23


def row(left, right):
    """Left text and right text on one line of the receipt."""
    gap = WIDTH - len(left) - len(right)
    return left + " " * max(gap, 1) + right


def money(amount):
    return format(amount, ".2f")


def total(items):
    return sum(item["qty"] * item["price"] for item in items)


def receipt(sale):
    when = datetime.datetime.fromisoformat(sale["time"])
    lines = [
        "BOOKSHOP CAFE".center(WIDTH),
        row(sale["till"], when.strftime("%d.%m.%Y %H:%M")),
        "-" * WIDTH,
    ]
    for item in sale["items"]:
        label = item["qty"] + " x " + item["name"]
        lines.append(row(label, money(item["qty"] * item["price"])))
    due = total(sale["items"])
    lines.append("-" * WIDTH)
    lines.append(row("TOTAL", money(due)))
    lines.append(row("paid", money(sale["paid"])))
    lines.append(row("change", money(sale["paid"] - due)))
    return "\n".join(lines)


print(receipt(SALE))
