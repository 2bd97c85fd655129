"""User accounts of the club's door terminal.

The accounts stand in accounts.ini; a password is kept as salt and SHA-256.
"""
import configparser
import hashlib
import hmac
import re
from datetime import date

ACCOUNTS = "accounts.ini"
MIN_LENGTH = 8

RULES = [
    (re.compile(r".{%d,}" % MIN_LENGTH), "at least %d characters" % MIN_LENGTH),
    (re.compile(r"[A-Z]"), "a capital letter"),
    (re.compile(r"\d"), "a digit"),
]


class Accounts:

    def __init__(self, filename=ACCOUNTS):
        self.config = configparser.ConfigParser()
        with open(filename, encoding="utf-8") as f:
            self.config.read_file(f)

    def __contains__(self, user):
        return self.config.has_section(user)

    @staticmethod
    def digest(password, salt):
        return hashlib.sha256(salt + password).hexdigest()

    def check(self, user, password):
        if user not in self:
            return False
        entry = self.config[user]
        expected = self.digest(password, entry["salt"])
        return hmac.compare_digest(expected, entry["hash"])

    def is_valid(self, user, today):
        text = self.config.get(user, "valid_until", fallback=None)
        return text is None or date.fromisoformat(text) >= today

    def login(self, user, password, today):
        if not self.check(user, password):
            return "wrong name or password"
        if not self.is_valid(user, today):
            return "account has ended"
        return "welcome"


def complaints(password):
    """What a new password lacks."""
    return [text for pattern, text in RULES if not pattern.search(password)]


def main():
    accounts = Accounts()
    day = date(2024, 6, 1)
    tries = [
        ("marta", "Sunflower7"),
        ("marta", "sunflower7"),
        ("piotr", "Kayak2023!"),
        ("nobody", "x"),
    ]
    for user, password in tries:
        print("%-8s %s" % (user, accounts.login(user, password, day)))

    for password in ("Tr0mbone", "secret", "Lighthouse42"):
        missing = complaints(password)
        print(password, "is fine" if not missing else "needs " + ", ".join(missing))


if __name__ == "__main__":
    main()
