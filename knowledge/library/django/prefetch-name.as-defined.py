"""The books of an author are asked for by the name that they do not have there."""
# needs: django
# fails: AttributeError at line 36
# prints: 1
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
author = Author.objects.create(name="Austen")
Book.objects.create(title="Emma", author=author)
for author in Author.objects.prefetch_related("book"):
    print(author.books.count())
