"""A program of one file, whose models have no application."""
# needs: django
# fails: RuntimeError at line 20
# prints: catalogue_book
import django
from django.conf import settings
from django.db import models

settings.configure(SECRET_KEY="x", DEFAULT_AUTO_FIELD="django.db.models.BigAutoField")
django.setup()


class Shelf(models.Model):
    name = models.CharField(max_length=50)

    class Meta:
        app_label = "catalogue"  # as the tables are called


class Book(models.Model):
    title = models.CharField(max_length=50)


print(Book._meta.db_table)
