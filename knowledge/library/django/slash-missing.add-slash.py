"""A test posts to the address without its slash."""
# needs: django
# fails: RuntimeError at line 30
# prints: b
import logging

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
logging.disable()

from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path, reverse


def page(request):
    return HttpResponse(request.POST["a"])


urlpatterns = [path("page/", page)]
answer = Client().post("/page", {"a": "b"})
print(answer.content.decode())
