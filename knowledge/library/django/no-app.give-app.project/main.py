"""The application is not installed."""
# needs: django
# fails: RuntimeError at line 4 of shop/models.py
# prints: shop.Book
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
django.setup()

from shop.models import Book

print(Book._meta.label)
