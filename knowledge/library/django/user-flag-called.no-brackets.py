"""A view asks whether the user is logged in, as Django before 2.0 had it."""
# needs: django
# fails: TypeError at line 14
# prints: please log in
import django
from django.conf import settings

settings.configure(INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"])
django.setup()
from django.contrib.auth.models import AnonymousUser


def home(user):
    if user.is_authenticated():  # greets those who are known
        return "hello"
    return "please log in"


print(home(AnonymousUser()))
