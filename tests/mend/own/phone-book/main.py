"""Little phone book with search, kept as a dictionary name -> number."""
import sys

BOOK = {
    "Anna Berg": "+49 30 5550101",
    "Carlo Rossi": "+39 06 5550102",
    "Dita Novak": "+420 2 5550103",
    "Emil Berg": "+49 89 5550104",
}

COUNTRIES = {"+49": "Germany", "+39": "Italy", "+420": "Czechia"}


class PhoneBook(object):
    def __init__(self, numbers):
        self.numbers = dict(numbers)

    def search(self, text):
        text = text.lower()
        return sorted(n for n in self.numbers if text in n.lower())

    def reverse(self, number):
        wanted = number.replace(" ", "")
        for name, stored in self.numbers:
            if stored.replace(" ", "") == wanted:
                return name
        return None

    def by_country(self):
        table = {}
        for name in sorted(self.numbers):
            table.setdefault(self.country(name), []).append(name)
        return table

    def country(self, name):
        prefix = self.numbers[name].split()[0]
        return COUNTRIES.get(prefix, "?")


def main():
    book = PhoneBook(BOOK)
    print("Berg:", ", ".join(book.search("berg")))
    print("Carlo lives in", book.country("Carlo Rossi"))
    for country, names in sorted(book.by_country().items()):
        print("%-8s %s" % (country, ", ".join(names)))
    caller = book.reverse("+42025550103")
    print("call from", caller)
    print("unknown call from", book.reverse("+1 555 0199"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
