"""A converter by the name of its type in words."""
# needs: django
# fails: django.core.exceptions.ImproperlyConfigured at line 21
# prints: /items/3/
import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"],
    DEBUG=True,
    SECRET_KEY="secret",
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    ROOT_URLCONF=__name__,
)
django.setup()

from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path, reverse

urlpatterns = [path("items/<integer:pk>/", print, name="item")]
print(reverse("item", kwargs={"pk": 3}))
