"""Short codes: a number written with letters and digits that are hard to mix up."""

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def encode(number):
    code = ""
    while True:
        number, rest = divmod(number, len(ALPHABET))
        code = ALPHABET[rest] + code
        if number == 0:
            return code
