"""An object of the view where the view is meant."""
# needs: django
# fails: TypeError at line 29
# prints: hello
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

from django.views import View


class Page(View):
    def get(self, request):
        return HttpResponse("hello")


urlpatterns = [path("page/", Page())]
print(Client().get("/page/").content.decode())
