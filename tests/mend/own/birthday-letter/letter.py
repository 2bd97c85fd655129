import string

GUESTS = [
    {"name": "Amira", "plus": 1, "veggie": True},
    {"name": "Olek", "plus": 0, "veggie": False},
]

TEMPLATE = string.Template(
    'Dear $name,\n'
    '\n'
    'you are invited to a small party in our garden.\n'
    '${plus_line}'
    '${food_line}'
    'We can't wait to see you on $day.\n'
    '\n'
    'Until then!\n'
)


def plus_line(guest):
    if guest["plus"] == 0:
        return ""
    if guest["plus"] == 1:
        return "Bring somebody along.\n"
    return "Bring up to %d people along.\n" % guest["plus"]


def food_line(guest):
    return "There will be food without meat.\n" if guest["veggie"] else ""


def letter(guest, day):
    return TEMPLATE.substitute(
        name=guest["name"],
        plus_line=plus_line(guest),
        food_line=food_line(guest),
        day=day,
    )


written = 0
for guest in GUESTS:
    print(letter(guest, "9 May"))
    print("=" * 40)
    written += 1
print("letters written:", written)
