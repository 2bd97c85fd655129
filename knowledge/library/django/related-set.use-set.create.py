"""Groups are given when the user is made."""
# needs: django
# fails: TypeError at line 21
# prints: old
import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    SECRET_KEY="secret",
)
django.setup()

from django.contrib.auth.models import Group, User
from django.core.management import call_command

call_command("migrate", verbosity=0)

old = Group.objects.create(name="old")
user = User.objects.create(username="jane", groups=[old])
print(user.groups.get().name)
