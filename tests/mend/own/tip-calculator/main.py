# Tip calculator
# splits a bill between friends and adds the tip

bill = [
    ("pizza", 11.50),
    ("pasta", 9.80),
    ("salad", 7.20),
    ("lemonade", 3.50),
]
friends = 3
tip_percent = 12


def total(items):
    amount = 0
    for name, price in items:
        amount = amount + price
    return amount


def with_tip(amount, percent):
    return amount + amount * percent / 100


def dearest(items):
    best = items[0]
    for item in items:
        if item[1] > best[1]:
            best = item
    return best[0]


def share(amount, people):
    return round(amount / people, 2)


def receipt(items, people, percent):
    for name, price in items:
        print(name.ljust(12), format(price, "6.2f"))
    amount = total(items)
    print("total".ljust(12), format(amount, "6.2f"))
    print("with tip".ljust(12), format(with_tip(amount, percent), "6.2f")
    each = share(with_tip(amount, percent), people)
    print("each pays", each)
    return each


each = receipt(bill, friends, tip_percent)
print("dearest thing:", dearest(bill))
if each > 15:
    print("expensive evening!")
else:
    print("not bad")
