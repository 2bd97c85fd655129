"""The URLs of a library get a namespace."""
# needs: django
# fails: django.core.exceptions.ImproperlyConfigured at line 21
# prints: /i18n/setlang/
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

urlpatterns = [path("i18n/", include("django.conf.urls.i18n", namespace="language"))]
print(reverse("language:set_language"))
