"""A shelf of books that can be lent."""


class NotHere(LookupError):
    """The book is lent or was never on the shelf."""


class Shelf:
    def __init__(self, name):
        self.name = name
        self._books = {}
        self._lent = {}

    def put(self, isbn, title):
        self._books[isbn] = title

    def lend(self, isbn, reader):
        if isbn not in self._books or isbn in self._lent:
            raise NotHere(isbn)
        self._lent[isbn] = reader

    def bring_back(self, isbn):
        return self._lent.pop(isbn)

    def available(self):
        return sorted(t for isbn, t in self._books.items() if isbn not in self._lent)
