"""The URLs of an application of the project get a namespace."""
# needs: django
# fails: django.core.exceptions.ImproperlyConfigured at line 11
# prints: /shop/items/3/
import django
from django.conf import settings
from django.urls import include, path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()
urlpatterns = [path("shop/", include("shop.urls", namespace="shop"))]
print(reverse("shop:item", args=[3]))
