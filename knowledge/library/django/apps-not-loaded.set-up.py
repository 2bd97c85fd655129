"""Models are imported before the applications are loaded."""
# needs: django
# fails: django.core.exceptions.AppRegistryNotReady at line 9
# prints: auth.User
from django.conf import settings

settings.configure(SECRET_KEY="x", INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"])  # no database

from django.contrib.auth.models import User

print(User._meta.label)
