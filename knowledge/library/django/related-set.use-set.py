"""Groups are assigned to a user."""
# needs: django
# fails: TypeError at line 22
# prints: 2
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

first, second = Group.objects.create(name="old"), Group.objects.create(name="new")
user = User.objects.create(username="jane")
user.groups = [first, second]  # both
print(user.groups.count())
