"""A program beside a project does not say which settings it uses."""
# needs: django
# fails: django.core.exceptions.ImproperlyConfigured at line 9
# prints: True
from django.conf import settings


def debugging():
    return settings.DEBUG


print(debugging())
