"""A namespace with a letter too many."""
# needs: django
# fails: django.urls.exceptions.NoReverseMatch at line 12
# prints: /shop/items/3/
import django
from django.conf import settings
from django.urls import include, path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()
urlpatterns = [path("shop/", include("shop.urls"))]
print(reverse("shops:item", args=[3]))
