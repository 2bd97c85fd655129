"""A field that is misspelt."""
# needs: django
# fails: django.core.exceptions.FieldError at line 24
# prints: 0
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
print(Book.objects.filter(titel__startswith="E").count())
