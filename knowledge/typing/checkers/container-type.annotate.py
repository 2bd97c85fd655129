"""Guests are written into a book by another method."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: var-annotated at line 9


class Book:
    def __init__(self) -> None:
        self.guests = []  # in the order they came

    def enter(self, name: str) -> None:
        self.guests.append(name)


book = Book()
book.enter("Ada")
print(book.guests)
