"""The first books by their titles, sliced before they are ordered."""
# needs: django
# fails: TypeError at line 36
# prints: ['Emma', 'Persuasion']
import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()

from django.db import connection, models


class Author(models.Model):
    id = models.AutoField(primary_key=True)
    name = models.CharField(max_length=50)

    class Meta:
        app_label = "shop"


class Book(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=50)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books", null=True)

    class Meta:
        app_label = "shop"


with connection.schema_editor() as editor:
    editor.create_model(Author)
    editor.create_model(Book)
for title in ("Persuasion", "Sanditon", "Emma"):
    Book.objects.create(title=title)
first = Book.objects.all()[:2].order_by("title")
print([book.title for book in first])
