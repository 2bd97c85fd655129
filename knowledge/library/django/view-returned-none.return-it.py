"""A view that makes its answer and does not return it."""
# needs: django
# fails: ValueError at line 26
# prints: hello
import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="secret",
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    ROOT_URLCONF=__name__,
)
django.setup()

from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path, reverse


def page(request):
    HttpResponse("hello")


urlpatterns = [path("page/", page)]
print(Client().get("/page/").content.decode())
