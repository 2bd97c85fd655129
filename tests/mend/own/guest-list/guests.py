# prints the place cards for the dinner, sorted by name
import unicodedata


def sort_key(name):
    last = name.split()[-1]
    plain = unicodedata.normalize("NFKD", last)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def read_guests(path):
    guests = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            name, _, count = line.rstrip("\n").partition(";")
            guests.append((name, int(count)))
    return guests


def cards(guests):
    for name, count in sorted(guests, key=lambda g: sort_key(g[0])):
        text = name if count == 1 else "%s + %d" % (name, count - 1)
        yield "+" + "-" * 30 + "+\n|" + text.center(30) + "|"


guests = read_guests("guests.txt")
for card in cards(guests):
    print(card)
print(sum(n for _, n in guests), "places")
