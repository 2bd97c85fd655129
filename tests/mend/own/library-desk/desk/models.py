from datetime import timedelta

from django.db import models
from django.db.models import F, Q

LOAN_DAYS = 21


class Reader(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name


class Book(models.Model):
    title = models.CharField(max_length=200)
    copies = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title

    @property
    def available(self):
        return self.copies - self.loan_set.filter(returned__isnull=True).count()


class LoanQuerySet(models.QuerySet):
    def open(self):
        return self.filter(returned__isnull=True)

    def overdue(self, today):
        return self.open().filter(lent__lt=today - timedelta(days=LOAN_DAYS))


class Loan(models.Model):
    # a loan makes no sense without its book and its reader
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
    reader = models.ForeignKey(
        Reader,
        related_name="loans",
    )
    lent = models.DateField()
    returned = models.DateField(null=True, blank=True)

    objects = LoanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(returned__isnull=True) | Q(returned__gte=F("lent")),
                name="returned_after_lent",
            )
        ]
