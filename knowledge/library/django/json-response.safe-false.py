"""A view that sends a list."""
# needs: django
# fails: TypeError at line 24
# prints: [1, 2]
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


def numbers(request):
    found = [1, 2]
    return JsonResponse(found)  # of all parts


urlpatterns = [path("numbers/", numbers)]
print(Client().get("/numbers/").content.decode())
