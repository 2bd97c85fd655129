"""A view that is asked for with another joining sign."""
# needs: django
# fails: django.urls.exceptions.NoReverseMatch at line 12
# prints: /books/3/
import django
from django.conf import settings
from django.urls import path, reverse

settings.configure(ROOT_URLCONF=__name__)
django.setup()
urlpatterns = [path("books/<int:number>/", print, name="book-detail")]
print(reverse("book_detail", kwargs={"number": 3}))
