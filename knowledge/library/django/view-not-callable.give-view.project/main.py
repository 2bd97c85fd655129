"""A view is named by a text, as in old projects."""
# needs: django
# fails: TypeError at line 11
# prints: /items/
import django
from django.conf import settings
from django.urls import path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()
urlpatterns = [path("items/", "shop.views.Items", name="items")]
print(reverse("items"))
