"""`django-setup`, `django-app`, `django-host`, `library-name`, `first-or-none`."""

from __future__ import annotations

import pytest

from .conftest import Makes

READY = "Apps aren't loaded yet."
CONFIGURED = "Requested setting TEMPLATES, but settings are not configured. You must either define"
LABEL = "Model class __main__.Book doesn't declare an explicit app_label and isn't in an application in INSTALLED_APPS."
FIELD = "Cannot resolve keyword 'titel' into field. Choices are: id, title"
HOST = "Invalid HTTP_HOST header: '%s'. You may need to add '%s' to ALLOWED_HOSTS."


def test_applications_are_loaded_below_the_settings(makes: Makes) -> None:
    head = "import django\nfrom django.conf import settings\nsettings.configure(A=1)  # none\n"
    makes("django-setup", READY, head + "«import shop»\n", head + "django.setup()\nimport shop\n", True)
    late = head + "«import shop»\ndjango.setup()\n"
    makes("django-setup", READY, late, head + "django.setup()\nimport shop\n", True)
    named = 'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "a.b"\n'
    makes(
        "django-setup",
        READY,
        named + "«import shop»\n",
        "import os\n\nimport django\n" + named[10:] + "django.setup()\nimport shop\n",
    )
    makes("django-setup", READY, "«import shop»\n", None)  # an application's own module
    makes("django-setup", READY, head + "django.setup()\n«import shop»\n", None)


def test_settings_come_before_what_needs_them(makes: Makes) -> None:
    head = "from django.conf import settings\n"
    code = head + "«print(settings.DEBUG)»\nsettings.configure(\n    DEBUG=True,  # é\n)\n"
    after = head + "settings.configure(\n    DEBUG=True,  # é\n)\nprint(settings.DEBUG)\n"
    makes("django-setup", CONFIGURED.replace("TEMPLATES", "DEBUG"), code, after, True)
    uses = head + "«x = settings.DEBUG»\nsettings.configure(A=x)\n"
    makes("django-setup", CONFIGURED, uses, None)
    alone = "import django\nfrom django.conf import settings\n«page = Template(text)»\n"
    backend = "django.template.backends.django.DjangoTemplates"
    lines = f'settings.configure(TEMPLATES=[{{"BACKEND": "{backend}"}}])\ndjango.setup()\n'
    makes("django-setup", CONFIGURED, alone, alone.partition("«")[0] + lines + "page = Template(text)\n", True)
    makes("django-setup", CONFIGURED.replace("TEMPLATES", "DATABASES"), alone, None)


def test_models_of_one_file_get_a_label(makes: Makes) -> None:
    code = (
        "«class Book(models.Model):»\n    x = 1\n\n\nclass A(models.Model):\n    class Meta:\n        abstract = True\n"
    )
    after = '    x = 1\n\n    class Meta:\n        app_label = "app"\n'
    makes("django-app", LABEL, code, code.replace("    x = 1\n", after).replace("«", "").replace("»", ""), True)
    meta = "«class Book(models.Model):»\n    x = 1\n    class Meta:\n        ordering = []\n"
    makes(
        "django-app",
        LABEL,
        meta,
        meta.replace("[]\n", '[]\n        app_label = "app"\n').replace("«", "").replace("»", ""),
    )
    makes("django-app", LABEL.replace("__main__", "shop.models"), code, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('ALLOWED_HOSTS=["a.b"]', 'ALLOWED_HOSTS=["a.b", "{host}"]'),
        ("ALLOWED_HOSTS=[]", 'ALLOWED_HOSTS=["{host}"]'),
        ("A=1", 'A=1, ALLOWED_HOSTS=["{host}"]'),
        ("ALLOWED_HOSTS=hosts", None),
        ("ALLOWED_HOSTS=[*hosts]", None),
    ],
)
@pytest.mark.parametrize(("host", "sure"), [("x.example", False), ("localhost", True)])
def test_a_host_is_allowed(makes: Makes, before: str, after: str | None, host: str, sure: bool) -> None:
    code = f"settings.configure({before})  # é\n«go()»\n"
    made = None if after is None else f"settings.configure({after.format(host=host)})  # é\ngo()\n"
    makes("django-host", HOST % (host, host), code, made, sure)


MODELS = """class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name = mapped_column(String)
    posts = relationship("Post", back_populates="author")
class Post(Base):
    __tablename__ = "posts"
    user_id = mapped_column(ForeignKey("user.id"))
    author = relationship("User", back_populates="posts")
"""


@pytest.mark.parametrize(
    ("message", "right", "wrong", "line"),
    [
        ("Mapper 'Mapper[User(user)]' has no property 'post'.  If", '"posts")\n', '"post")\n', "User()"),
        ("When initializing mapper Mapper[User(user)], expression 'Posts' failed to locate a name ('Posts'). If",
         '"Post",', '"Posts",', "User()"),
        ("Foreign key associated with column 'post.user_id' could not find table 'users' with which to",
         '"user.id"', '"users.id"', "make()"),
    ],
)  # fmt: skip
def test_models_are_named_as_they_are_defined(makes: Makes, message: str, right: str, wrong: str, line: str) -> None:
    code = MODELS.replace(right, wrong)
    assert code != MODELS
    makes("library-name", message, f"{code}«{line}»\n", f"{MODELS}{line}\n", True)
    makes("library-name", message, f"{MODELS}«{line}»\n", None)


def test_columns_given_by_keyword(makes: Makes) -> None:
    message = "'nmae' is an invalid keyword argument for User"
    makes(
        "library-name", message, f'{MODELS}«User(nmae="x", id=1)»  # é\n', f'{MODELS}User(name="x", id=1)  # é\n', True
    )
    makes("library-name", message.replace("nmae", "size"), f"{MODELS}«User(size=1)»\n", None)
    column = 'Entity namespace for "user" has no property "nmae"'
    makes("library-name", column, f"{MODELS}«q.filter_by(nmae=1)»\n", f"{MODELS}q.filter_by(name=1)\n", True)
    makes("library-name", FIELD, "«b.filter(titel__in=x)»\n", "b.filter(title__in=x)\n", True)
    makes("library-name", FIELD, '«b.order_by("-titel")»\n', 'b.order_by("-title")\n', True)
    makes("library-name", FIELD, "«b.filter(**x)»\n", None)


def test_views_and_their_variables(makes: Makes) -> None:
    urls = 'app_name = "shop"\nurlpatterns = [path("", f, name="book-list"), path("a", f, name="cart")]\n'
    message = "Reverse for '%s' not found. '%s' is not a valid view function or pattern name."
    alone = urls.partition("\n")[2]
    spaced = f'{urls}«reverse("booklist")»\n'
    makes(
        "library-name", message % ("booklist", "booklist"), spaced, None
    )  # it is shop:book-list, which may be another
    makes(
        "library-name",
        message % ("book_list", "book_list"),
        f'{alone}«reverse("book_list")»\n',
        f'{alone}reverse("book-list")\n',
        True,
    )
    makes("library-name", message % ("order", "order"), f'{alone}«reverse("order")»\n', None)
    rule = (
        "Reverse for 'b' with keyword arguments '{'id': 3}' not found. 1 pattern(s) tried: ['b/(?P<%s>[0-9]+)/\\\\Z']"
    )
    makes(
        "library-name",
        rule % "number",
        '«reverse("b", kwargs={"id": 3})»\n',
        'reverse("b", kwargs={"number": 3})\n',
        True,
    )
    makes("library-name", rule % "id", '«reverse("b", kwargs={"id": x})»\n', None)


def test_a_look_up_may_find_nothing_where_none_is_asked_for(makes: Makes) -> None:
    none, get = "No row was found when one was required", "Book matching query does not exist."
    makes(
        "first-or-none",
        none,
        "«u = q.one()»\nif u is None:\n    f()\n",
        "u = q.one_or_none()\nif u is None:\n    f()\n",
        True,
    )
    makes("first-or-none", none, "«u = q.one()»\nprint(u)\n", None)
    after = "b = Book.objects.filter(pk=n).first()\nif not b:\n    f()\n"
    makes("first-or-none", get, "«b = Book.objects.get(pk=n)»\nif not b:\n    f()\n", after, True)
    makes("first-or-none", get, "«b = Book.objects.get(pk=n)»\nif not c:\n    f()\n", None)
    makes("first-or-none", get, "try:\n    «b = Book.objects.get(pk=n)»\nexcept KeyError:\n    b = None\n", None)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("library-name", FIELD, "«f(titel=1)»", "f(title=1)"),
        ("django-host", HOST % ("a.b", "a.b"), "settings.configure(); «go()»",
         'settings.configure(ALLOWED_HOSTS=["a.b"]); go()'),
    ],
)  # fmt: skip
def test_what_stands_around_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after)


def test_programs_that_fooled_it(makes: Makes) -> None:
    named = 'import os\n\n{}os.environ["DJANGO_SETTINGS_MODULE"] = "a.b"\n'
    late = "«import shop»\nimport django\n{}x = 1\n"
    makes(
        "django-setup",
        READY,
        named.format("") + late.format("# now\ndjango.setup()\n"),
        named.format("import django\n\n") + "# now\ndjango.setup()\nimport shop\nimport django\nx = 1\n",
        True,
    )
    head = "from django.conf import settings\n\n\n"
    function = "@cached\ndef f():\n    return {}settings.DEBUG\n\n\n"
    call = "settings.configure(DEBUG=True)\n"
    debug = CONFIGURED.replace("TEMPLATES", "DEBUG")
    makes("django-setup", debug, head + function.format("«") + call, head + call + function.format(""), True)
    makes("django-host", HOST % ("a.b", "a.b"), "settings.configure(**o); «go()»\n", None)
    makes("django-host", HOST % ("a.b", "a.b"), "settings.configure(ALLOWED_HOSTS=['x', ('y')]); «go()»\n", None)
