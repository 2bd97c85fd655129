"""The arguments have lines of their own, each with a comma."""
# needs: django
# fails: TypeError at line 19
# prints: 1
import django
from django.conf import settings

settings.configure()
django.setup()
from django.db import models


class Owner(models.Model):
    class Meta:
        app_label = "shop"


class Thing(models.Model):
    owner = models.ForeignKey(
        Owner,  # whose it is
        related_name="things",
    )

    class Meta:
        app_label = "shop"


print(sum(field.is_relation for field in Thing._meta.get_fields()))
