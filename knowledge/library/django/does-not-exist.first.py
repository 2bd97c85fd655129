"""The program asks whether anything was found."""
# needs: django
# fails: Book.DoesNotExist at line 27
# prints: none
import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()

from django.db import connection, models


class Book(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=50)

    class Meta:
        app_label = "shop"


with connection.schema_editor() as editor:
    editor.create_model(Book)


def title(number):
    book = Book.objects.get(pk=number)  # the book
    if book is None:
        return "none"
    return book.title


print(title(3))
