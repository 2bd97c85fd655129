# parcel prices for the shop, with insurance and tax
ZONES = {"home": 4.9, "near": 9.5, "far": 21.0}
TAX = 0.19


def base_price(zone, kg):
    price = ZONES[zone]
    if kg > 5:
        price += (kg - 5) * 0.8
    return price


def insurance_for(value):
    if value <= 50:
        return 0
    return round(value * 0.012, 2)


def parcel_price(zone, kg, value):
    base = base_price(zone, kg)
    insurance = insurance_for(value)
    price = (base + insurance * (1 + TAX)
    return round(price, 2)


orders = [
    ("home", 2.0, 35),
    ("near", 7.5, 240),
    ("far", 12, 900),
]

total = 0
for zone, kg, value in orders:
    p = parcel_price(zone, kg, value)
    total += p
    print("%-6s %5.1f kg  %8.2f" % (zone, kg, p))
print("sum", round(total, 2))
