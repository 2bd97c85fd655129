#!/usr/bin/env python
"""Fills an in-memory database and goes once through the desk's work."""
import os
from datetime import date

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings_test")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from desk.models import Book, Loan, Reader  # noqa: E402


def main():
    call_command("migrate", run_syncdb=True, verbosity=0)
    ana, leo = (Reader.objects.create(name=name) for name in ("Ana", "Leo"))
    emma = Book.objects.create(title="Emma", copies=2)
    dune = Book.objects.create(title="Dune")
    Loan.objects.create(book=emma, reader=ana, lent=date(2024, 1, 8))
    Loan.objects.create(book=dune, reader=leo, lent=date(2024, 2, 1))
    Loan.objects.create(book=emma, reader=leo, lent=date(2024, 1, 2), returned=date(2024, 1, 20))

    for book in Book.objects.all():
        print(f"{book}: {book.available} of {book.copies} here")
    for loan in Loan.objects.overdue(date(2024, 2, 10)).select_related("book", "reader"):
        print(f"overdue: {loan.book} ({loan.reader})")
    print("Leo has had", leo.loans.count(), "books")


if __name__ == "__main__":
    main()
