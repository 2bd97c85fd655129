# Cinema ticket printer - exercise 7
# reads the bookings, works out the price and prints one ticket per seat

PRICES = {
    "adult": 11.50,
    "child": 7.00,
    "student": 8.50,
}

bookings = [
    {"name": "Ana", "kind": "student", "row": "C", "first_seat": 4, "count": 2},
    {"name": "Tom", "kind": "adult", "row": "F", "first_seat": 11, "count": 1},
    {"name": "Mrs Lee", "kind": "child", "row": "A", "first_seat": 1, "count": 3},
]


def get_price(kind, count):
    price = PRICES[kind] * count
    # group discount: 3 or more seats, 10 percent off
    if count >= 3:
        price = price * 0.9
    return round(price, 2)


def print_line(width=34):
    print("+" + "-" * width + "+")


def center_text(text, width=34):
    print("|" + text.center(width) + "|")


def print_ticket(booking, seat):
    print_line()
    center_text("ROXY CINEMA")
    center_text(booking["name"] + " (" + booking["kind"] + ")")
    center_text("Row " + booking["row"] + ", seat " + seat)
    print_line()


def main():
    total = 0
    printed = 0
    for booking in bookings:
        price = get_price(booking["kind"], booking["count"])
        for i in range(booking["count"]):
            print_ticket(booking, booking["first_seat"] + i)
            printed += 1
        print(booking["name"], "pays", price, "EUR")
        print()
        total += price

    print("Tickets printed:", printed)
    print("Money in the till:", round(total, 2), "EUR")


main()
