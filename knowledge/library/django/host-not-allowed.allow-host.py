"""The site is asked for by a name that is not in the list."""
# needs: django
# fails: django.core.exceptions.DisallowedHost at line 12
# prints: shop.example
import django
from django.conf import settings
from django.test import RequestFactory

settings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["books.example"])
django.setup()
request = RequestFactory().get("/", HTTP_HOST="shop.example")
print(request.get_host())
