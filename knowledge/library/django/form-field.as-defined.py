"""A form names a field that is misspelt."""
# needs: django
# fails: django.core.exceptions.FieldError at line 23
# prints: ['title']
import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()

from django import forms
from django.db import models


class Book(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=50)

    class Meta:
        app_label = "shop"


class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["titel"]  # what is asked for


print(list(BookForm().fields))
