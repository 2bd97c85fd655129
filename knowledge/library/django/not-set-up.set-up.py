"""A template alone, without any settings."""
# needs: django
# fails: django.core.exceptions.ImproperlyConfigured at line 7
# prints: Hello Ana
from django.template import Context, Template

page = Template("Hello {{ name }}")
print(page.render(Context({"name": "Ana"})))
