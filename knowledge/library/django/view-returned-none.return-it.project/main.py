"""A view of another module makes its answer in a branch and does not return it."""
# needs: django
# fails: ValueError at line 13
# prints: none
import django
from django.conf import settings
from django.test import Client
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], SECRET_KEY="secret", ROOT_URLCONF="shop.urls")
django.setup()

print(Client().get("/items/").content.decode())
