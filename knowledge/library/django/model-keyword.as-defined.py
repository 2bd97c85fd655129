"""A field is given by a keyword that is misspelt."""
# needs: django
# fails: TypeError at line 22
# prints: Emma
import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()

from django.db import models


class Book(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=50)

    class Meta:
        app_label = "shop"


book = Book(titel="Emma")  # not saved yet
print(book.title)
