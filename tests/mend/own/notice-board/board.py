"""A notice board as a one-file Django site.

    python board.py            run the self-test
"""
import django
from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="only-for-the-demo",
    ALLOWED_HOSTS=["testserver"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.contenttypes"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
)
django.setup()

from django import forms
from django.db import connection, models
from django.http import JsonResponse
from django.test import Client
from django.urls import path
from django.utils.translation import ugettext_lazy as _
from django.views.decorators.csrf import csrf_exempt


class Notice(models.Model):
    class Meta:
        app_label = "board"
        ordering = ["-pinned", "title"]

    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("text"), blank=True)
    pinned = models.BooleanField(_("pinned"), default=False)


class NoticeForm(forms.ModelForm):
    class Meta:
        model = Notice
        fields = ["title", "text", "pinned"]
        error_messages = {"title": {"required": _("A notice needs a title.")}}


@csrf_exempt
def notices(request):
    if request.method == "POST":
        form = NoticeForm(request.POST)
        if not form.is_valid():
            return JsonResponse(form.errors, status=400)
        notice = form.save()
        return JsonResponse({"id": notice.pk}, status=201)
    return JsonResponse({"notices": [n.title for n in Notice.objects.all()]})


urlpatterns = [path("notices/", notices)]


def self_test():
    with connection.schema_editor() as editor:
        editor.create_model(Notice)
    client = Client()
    client.post("/notices/", {"title": "Room change", "text": "Course B is in room 12"})
    client.post("/notices/", {"title": "Welcome", "pinned": "on"})
    refused = client.post("/notices/", {"text": "no title"})
    print(refused.status_code, refused.json()["title"][0])
    print(client.get("/notices/").json()["notices"])


if __name__ == "__main__":
    self_test()
