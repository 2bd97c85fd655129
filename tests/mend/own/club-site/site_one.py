"""The club's page as a single-file Django site (started with Django 1.11)."""
import sys

import django
from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="only-for-the-demo",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_I18N=True,
    LANGUAGE_CODE="en",
    LOGGING_CONFIG=None,
)
django.setup()

from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.translation import ugettext_lazy as _

PAGES = {
    "hours": (_("Opening hours"), "9 to 17"),
    "place": (_("Address"), "Mill Lane 4"),
}


def page(request, name):
    if name not in PAGES:
        raise Http404(name)
    title, text = PAGES[name]
    return HttpResponse("%s: %s" % (title, text), content_type="text/plain")


urlpatterns = [
    path("<slug:name>/", page, name="page"),
]


def self_test():
    client = Client()
    for name in ("hours", "place"):
        reply = client.get("/%s/" % name)
        print(reply.status_code, reply.content.decode())
    print(client.get("/nothing/").status_code)


if __name__ == "__main__":
    if sys.argv[1:]:
        from django.core.management import execute_from_command_line
        execute_from_command_line(sys.argv)
    else:
        self_test()
