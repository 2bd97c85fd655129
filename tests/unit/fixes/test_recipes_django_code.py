"""Queries, relations, routes, views and answers of Django, and the names that it looks up."""

from __future__ import annotations

import pytest

from .conftest import Ask, Keeps, Makes, texts

FOREIGN = 'Cannot assign "%s": "Book.author" must be a "Author" instance.'
ASSIGNED = "Direct assignment to the forward side of a many-to-many set is prohibited. Use tags.set() instead."
REORDER = "Cannot reorder a query once a slice has been taken."
FILTER = "Cannot filter a query once a slice has been taken."
NEGATIVE = "Negative indexing is not supported."
SAFE = "In order to allow non-dict objects to be serialized set the safe parameter to False."
NAMESPACE = "Specifying a namespace in include() without providing an app_name is not supported. Set the app_name"
CONVERTER = "URL route '%s' uses invalid converter '%s'."
NO_VIEW = "view must be a callable or a list/tuple in the case of include()."
SLASH = (
    "You called this URL via POST, but the URL doesn't end in a slash and you have APPEND_SLASH set. Django can't "
    "redirect to the slash URL while maintaining POST data. Change your form to point to testserver%s (note the "
    "trailing slash), or set APPEND_SLASH=False in your Django settings."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("b = «Book(title=t, author=3)»\n", "b = Book(title=t, author_id=3)\n"),
        ("«b.author = form['a']»\n", "b.author_id = form['a']\n"),
        ("«b = Book(**{'author': n})»\n", "b = Book(**{'author_id': n})\n"),
        ("«Book.objects.get_or_create(t=1, defaults={'author': n})»\n",
         "Book.objects.get_or_create(t=1, defaults={'author_id': n})\n"),
        ("«b = make(n)»\n", None),
        ("«b = Book(author=1) or Book(author=2)»\n", None),
    ],
)  # fmt: skip
def test_a_number_goes_under_the_columns_name(makes: Makes, before: str, after: str | None) -> None:
    makes("foreign-id", FOREIGN % "3", before, after, True)


@pytest.mark.parametrize("value", ["'Austen'", "<User: jane>", "True", "None", "3.5", "[3]"])
def test_what_is_no_key_is_not_given_as_one(makes: Makes, value: str) -> None:
    makes("foreign-id", FOREIGN % value, "b = «Book(author=a)»\n", None)


def test_keys_of_other_kinds(makes: Makes) -> None:
    for value in ("'12'", "UUID('2b1c0f7a-1111-4222-8333-444455556666')", "-1"):
        makes("foreign-id", FOREIGN % value, "b = «Book(author=a)»\n", "b = Book(author_id=a)\n", True)


def test_related_objects_are_set(makes: Makes) -> None:
    makes("related-set", ASSIGNED, "«b.tags = [x, y]»  # both\n", "b.tags.set([x, y])  # both\n", True)
    makes("related-set", ASSIGNED, "«b.tags = x, y»\n", "b.tags.set((x, y))\n", True)
    makes("related-set", ASSIGNED, "«b.tags = (x, y)»\n", "b.tags.set((x, y))\n", True)
    made = "b = Book.objects.create(t=1)\n«b.tags = x»\n"
    makes("related-set", ASSIGNED, made, "b = Book.objects.create(t=1)\nb.tags.set(x)\n", False)
    makes("related-set", ASSIGNED, "b = Book(t=1)\nb.save()\n«b.tags = x»\n",
          "b = Book(t=1)\nb.save()\nb.tags.set(x)\n", False)  # fmt: skip
    makes("related-set", ASSIGNED, "x = Tag.objects.filter(a=1)\n«b.tags = x»\n",
          "x = Tag.objects.filter(a=1)\nb.tags.set(x)\n", True)  # fmt: skip
    makes("related-set", ASSIGNED, "«b.tags = form.cleaned_data['t']»\n", "b.tags.set(form.cleaned_data['t'])\n", True)
    makes("related-set", ASSIGNED, "x = Tag(a=1)\n«b.tags = x»\n", "x = Tag(a=1)\nb.tags.set([x])\n", True)


def test_related_objects_are_set_after_the_object_is_made(makes: Makes) -> None:
    makes("related-set", ASSIGNED, "b = «Book.objects.create(t=1, tags=[x])»  # é\n",
          "b = Book.objects.create(t=1)  # é\nb.tags.set([x])\n", True)  # fmt: skip
    makes("related-set", ASSIGNED, "b = «Book(tags=[x], t=1)»\nb.save()\n",
          "b = Book(t=1)\nb.save()\nb.tags.set([x])\n", True)  # fmt: skip


@pytest.mark.parametrize(
    "code",
    [
        "b = Book(t=1)\n«b.tags = x»\nb.save()\n",
        "«b.tags = None»\n",
        "«b.tags = (\n    x\n)»\n",
        "«a.tags = b.tags = x»\n",
        "«b.other = x»\n",
        "b = «Book(tags=[x])»\nuse(b)\n",
        "«Book.objects.create(tags=[x])»\n",
        "b = «Book.objects.create(**v)»\n",
        "b = «Book.objects.create(t=1, tags=[\n    x,\n])»\n",
    ],
)
def test_related_objects_are_not_set(makes: Makes, code: str) -> None:
    makes("related-set", ASSIGNED, code, None)


BOOK = "class Book(models.Model):\n    title = models.CharField()\n%s"
ORDERED = "    class Meta:\n        ordering = ['title']\n"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (REORDER, "x = «Book.objects.all()[:3].order_by('a')»\n", "x = Book.objects.all().order_by('a')[:3]\n", True),
        (FILTER, "x = «Book.objects.filter(a=1)[2:9].filter(b=2).order_by('c')»  # é\n",
         "x = Book.objects.filter(a=1).filter(b=2).order_by('c')[2:9]  # é\n", True),
        (FILTER, "x = «Book.objects.order_by('a')[:3].filter(b=2)»\n",
         "x = Book.objects.order_by('a').filter(b=2)[:3]\n", False),
        (FILTER, "x = «books[:3].filter(b=2)»\n", "x = books.filter(b=2)[:3]\n", False),
        (FILTER, "x = «Other.objects.all()[:3].filter(b=2)»\n", "x = Other.objects.all().filter(b=2)[:3]\n", False),
        (FILTER, "q = Book.objects.all()[:n]\nx = «q.exclude(b=2)»\n",
         "q = Book.objects.all()\nx = q.exclude(b=2)[:n]\n", True),
    ],
)  # fmt: skip
def test_a_slice_is_taken_last(makes: Makes, message: str, before: str, after: str, sure: bool) -> None:
    makes("slice-last", message, BOOK % "" + before, BOOK % "" + after, sure)
    makes("slice-last", message, BOOK % ORDERED + before, BOOK % ORDERED + after, False)  # the first ones are meant


@pytest.mark.parametrize(
    "code",
    [
        "x = «Book.objects.all()[:3].get(b=2)»\n",
        "x = «Book.objects.all()[:3].filter(b=2).count()»\n",
        "q = Book.objects.all()[:n]\nprint(q)\nx = «q.exclude(b=2)»\n",
        "x = «Book.objects.filter(b=2)»\n",
        "x = «rows[0].filter(b=2)»\n",
        "q = Book.objects.all()[:n]\nq = q.all()\nx = «q.exclude(b=2)»\n",
    ],
)
def test_a_slice_stays(makes: Makes, code: str) -> None:
    makes("slice-last", FILTER, code, None)


def test_the_last_row(makes: Makes) -> None:
    makes("last-row", NEGATIVE, "x = «q.all()[-1]».title\n", "x = q.all().last().title\n", True)
    makes("last-row", NEGATIVE, "x = «q[-3:]»\n", "x = list(q)[-3:]\n", False)
    makes("last-row", NEGATIVE, "x = «q[:-1]»\n", "x = list(q)[:-1]\n", False)
    for code in ("x = «q[-2]»\n", "x = «q[n]»\n", "«q[-1] = 3»\n", "x = «q[-1], r[-1]»\n", "x = «q[:3]»\n"):
        makes("last-row", NEGATIVE, code, None)


def test_an_answer_may_be_a_list(makes: Makes) -> None:
    for value in ("[1, 2]", "list(q.values())", "Rows(q, many=True).data", "sorted(names)", "'a'"):
        makes("json-list", SAFE, f"x = «JsonResponse({value})»\n", f"x = JsonResponse({value}, safe=False)\n", True)
    makes("json-list", SAFE, "r = [a for a in q]\nx = «JsonResponse(r, status=201)»\n",
          "r = [a for a in q]\nx = JsonResponse(r, status=201, safe=False)\n", True)  # fmt: skip
    makes("json-list", SAFE, "x = «JsonResponse(r, safe=True)»\n", "x = JsonResponse(r, safe=False)\n", False)
    makes("json-list", SAFE, "x = «JsonResponse(q.filter(a=1).values('b'))»\n",
          "x = JsonResponse(list(q.filter(a=1).values('b')), safe=False)\n", True)  # fmt: skip
    makes("json-list", SAFE, "x = «JsonResponse(load(r))»\n", "x = JsonResponse(load(r), safe=False)\n", False)
    for code in ("Book.objects.all()", "list(Book.objects.filter(a=1))", "*rows", "data=r", "r, E, True",
                 "[b for b in Book.objects.all()]", "sorted(Book.objects.all(), key=k)"):  # fmt: skip
        makes("json-list", SAFE, f"x = «JsonResponse({code})»\n", None)


def test_objects_are_no_json(makes: Makes) -> None:
    makes("json-list", SAFE, "q = Book.objects.all()\nx = «JsonResponse(list(q))»\n", None)
    makes("json-list", SAFE, "q = Book.objects.all()\nr = [b.title for b in q]\nx = «JsonResponse(r)»\n",
          "q = Book.objects.all()\nr = [b.title for b in q]\nx = JsonResponse(r, safe=False)\n", True)  # fmt: skip


def test_a_converter_is_written_as_it_is_called(makes: Makes) -> None:
    for wrong, right in (("integer", "int"), ("string", "str"), ("in", "int"), ("sulg", "slug"), ("number", "int")):
        route = f"a/<{wrong}:pk>/<str:b>/"
        made = route.replace(f"<{wrong}:", f"<{right}:")
        makes(
            "route-converter", CONVERTER % (route, wrong), f"u = [«path('{route}', v)»]\n", f"u = [path('{made}', v)]\n"
        )
    makes("route-converter", CONVERTER % ("<yyy:a>", "yyy"), "u = [«path('<yyy:a>', v)»]\n", None)
    own = "register_converter(Y, 'year')\nu = [«path('<yaer:a>', v)»]\n"
    makes(
        "route-converter",
        CONVERTER % ("<yaer:a>", "yaer"),
        own,
        own.replace("yaer", "year").replace("«", "").replace("»", ""),
    )
    makes("route-converter", CONVERTER % ("<date:a>", "date"), "u = [«path('<date:a>', v)»]\n", None)


def test_a_namespace_of_a_library_or_a_list(makes: Makes) -> None:
    makes("include-namespace", NAMESPACE, "u = [path('a/', «include('lib.urls', namespace='x')»)]\n",
          "u = [path('a/', include(('lib.urls', \"x\"), namespace='x'))]\n", True)  # fmt: skip
    makes("include-namespace", NAMESPACE, "u = [path('a/', «include(more, namespace='x')»)]\n",
          "u = [path('a/', include((more, \"x\"), namespace='x'))]\n", True)  # fmt: skip
    makes("include-namespace", NAMESPACE, "u = [path('a/', «include(more, namespace=n)»)]\n", None)
    makes("include-namespace", NAMESPACE, "u = [path('a/', «include(more)»)]\n", None)
    makes("include-namespace", NAMESPACE, "u = [path('a/', «include((more, 'x'), namespace='x')»)]\n", None)


def test_a_namespace_of_the_project(ask: Ask) -> None:
    main = "u = [path('a/', include('shop.urls', namespace='shop'))]\n"
    files = {"app.py": main, "shop/urls.py": "# é\r\nurlpatterns = []\r\n"}
    assert texts(ask("include-namespace", files, NAMESPACE)) == {
        "urls.py": '# é\r\napp_name = "shop"\r\nurlpatterns = []\r\n'
    }
    files["shop/urls.py"] = "app_name = 'b'\nurlpatterns = []\n"
    assert ask("include-namespace", files, NAMESPACE) is None
    files["shop/urls.py"] = "patterns = []\n"
    assert ask("include-namespace", files, NAMESPACE) is None


def test_a_view_is_handed_over_itself(ask: Ask, makes: Makes) -> None:
    makes("view-object", NO_VIEW, "def page(r): ...\nu = [«path('a/', 'page')»]\n",
          "def page(r): ...\nu = [path('a/', page)]\n", True)  # fmt: skip
    makes("view-object", NO_VIEW, "u = [«path('a/', 'page')»]\ndef page(r): ...\n", None)
    makes("view-object", NO_VIEW, "u = [«path('a/', 'lib.views.page')»]\n", None)
    makes("view-object", NO_VIEW, "u = [«path('a/', 3)»]\n", None)
    makes("view-object", NO_VIEW, "page = 3\nu = [«path('a/', 'page')»]\n", None)
    asked = "view must be a callable, pass Page.as_view(), not Page()."
    makes(
        "view-object", asked, "u = [«path('a/', v.Page())»]  # é\n", "u = [path('a/', v.Page.as_view())]  # é\n", True
    )
    makes("view-object", asked, "u = [«path('a/', make())»]\n", None)
    files = {"app.py": "u = [path('a/', 'shop.views.Page', name='a')]\n", "shop/views.py": "class Page: ...\n"}
    mend = ask("view-object", files, NO_VIEW)
    assert mend is not None
    assert [edit.text for edit in mend.edits] == ["from shop.views import Page\n\n", "Page.as_view()"]
    files = {"app.py": "u = [path('a/', 'views.page')]\nfrom . import views\n", "views.py": "def page(r): ...\n"}
    mend = ask("view-object", files, NO_VIEW)
    assert mend is not None
    assert mend.edits[-1].text == "page"  # views is imported below
    files["app.py"] = "u = [path('a/', 'views.other')]\n"
    assert ask("view-object", files, NO_VIEW) is None


def test_the_slash_at_the_end(makes: Makes) -> None:
    for code, path, after in (
        ("c.post('/a', {})", "/a/", "c.post('/a/', {})"),
        ("c.post(f'/a/{n}')", "/a/3/", "c.post(f'/a/{n}/')"),
        ("c.post('/a?x=1')", "/a/?x=1", "c.post('/a/?x=1')"),
        ("c.post(path='/a')", "/a/", "c.post(path='/a/')"),
    ):
        makes("closing-slash", SLASH % path, f"x = «{code}»\n", f"x = {after}\n", True)
    makes("closing-slash", SLASH % "/a/", "URL = '/a'\nx = «c.post(URL)»\n", "URL = '/a/'\nx = c.post(URL)\n", True)
    for code in ("c.post('/b')", "c.post(url)", "c.post('')", "c.post('/a', data='/a') or c.post('/a')"):
        makes("closing-slash", SLASH % "/a/", f"x = «{code}»\n", None)


VIEW = "The view %s didn't return an HttpResponse object. It returned None instead."


def test_a_view_returns_its_answer(makes: Makes, ask: Ask) -> None:
    before = "def page(r):\n    %s\n«get()»\n"
    makes("view-return", VIEW % "__main__.page", before % "render(r, 'a')",
          "def page(r):\n    return render(r, 'a')\nget()\n", True)  # fmt: skip
    branch = "def page(r):\n    if r:\n        return a\n    else:\n        redirect('a')\n«get()»\n"
    makes("view-return", VIEW % "__main__.page", branch,
          branch.replace("redirect", "return redirect").replace("«", "").replace("»", ""), True)  # fmt: skip
    makes("view-return", VIEW % "__main__.page", before % "x = HttpResponse('a')",
          "def page(r):\n    x = HttpResponse('a')\n    return x\nget()\n", True)  # fmt: skip
    for body in ("save(r)", "x = {'a': 1}", "if r:\n        return a"):
        makes("view-return", VIEW % "__main__.page", before % body, None)
    makes("view-return", VIEW % "lib.views.page", before % "render(r, 'a')", None)
    makes("view-return", (VIEW % "__main__.page").replace("None", "<coroutine>"), before % "render(r)", None)
    files = {"app.py": "get()\n", "shop/views.py": "def page(r):\n\trender(r)  # é\n"}
    assert texts(ask("view-return", files, VIEW % "shop.views.page")) == {
        "views.py": "def page(r):\n\treturn render(r)  # é\n"
    }


MODEL = (
    "class Book(models.Model):\n    title = models.CharField()\n"
    "    author = models.ForeignKey('Author', related_name='books')\n"
)


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        ("Book has no field named 'titel'", "Book.objects.update(titel=1)", "Book.objects.update(title=1)"),
        ("Book has no field named 'zzz'", "Book.objects.update(zzz=1)", None),
        ("Unknown field(s) (titel) specified for Book", "F(fields=['titel'])", "F(fields=['title'])"),
        ("Invalid field name(s) given in select_related: 'authors'. Choices are: author",
         "q.select_related('authors')", "q.select_related('author')"),
        ("Invalid field name(s) given in select_related: 'a'. Choices are: (none)", "q.select_related('a')", None),
        ("Cannot find 'book' on Author object, 'book' is an invalid parameter to prefetch_related()",
         "q.prefetch_related('book')", "q.prefetch_related('books')"),
        ("Cannot find 'book' on Author object, 'a__book' is an invalid parameter to prefetch_related()",
         "q.prefetch_related('a__book')", "q.prefetch_related('a__books')"),
        ("Unsupported lookup 'startwith' for CharField or join on the field not permitted, perhaps you meant "
         "startswith or istartswith?", "q.filter(a__title__startwith=1)", "q.filter(a__title__startswith=1)"),
        ("Unsupported lookup 'x' for CharField or join on the field not permitted.", "q.filter(title__x=1)", None),
    ],
)  # fmt: skip
def test_names_of_models(makes: Makes, message: str, before: str, after: str | None) -> None:
    expected = None if after is None else f"{MODEL}{after}\n"
    makes("library-name", message, f"{MODEL}«{before}»\n", expected)


def test_what_stands_around_stays(keeps: Keeps) -> None:
    code = "if 1:\n\tx = «Book.objects.all()[:2].order_by('a')»; y = 2  # 日本\n"
    keeps(
        "slice-last", "TypeError", REORDER, code, "if 1:\n\tx = Book.objects.all().order_by('a')[:2]; y = 2  # 日本\n"
    )
    keeps("json-list", "TypeError", SAFE, "if 1:\n\tx = «JsonResponse([1])»; y = 2  # 日本\n",
          "if 1:\n\tx = JsonResponse([1], safe=False); y = 2  # 日本\n")  # fmt: skip
    keeps("foreign-id", "ValueError", FOREIGN % "3", "if 1:\n\tx = «Book(author=3)»; y = 2  # 日本\n",
          "if 1:\n\tx = Book(author_id=3); y = 2  # 日本\n")  # fmt: skip


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("foreign-id", FOREIGN % "3", "«Book(**{'''author''': n})»\n", None),
        ("related-set", ASSIGNED, "b = «Book.objects.create(t=1, tags=b)»\n", None),  # b is the new one below
        ("related-set", ASSIGNED, "def f(b):\n    «b.tags = yield 3»\n", None),
        ("last-row", NEGATIVE, "«q[  # the last\n    -1]»\n", None),
        ("last-row", NEGATIVE, "«q[:9][-1]»\n", None),
        ("last-row", NEGATIVE, "r = q.all()[:9]\n«r[-1]»\n", None),
        ("closing-slash", SLASH % "/a/", "U = '/a'\nV = U + '/b'\n«c.post(U)»\n", None),
        ("closing-slash", SLASH % "/a/", "U = '/a'\nc.get(U)\n«c.post(U)»\n", "U = '/a/'\nc.get(U)\nc.post(U)\n"),
        ("json-list", SAFE, "«JsonResponse(x for x in y)»\n", None),
    ],
)
def test_programs_that_fooled_it(makes: Makes, recipe: str, message: str, before: str, after: str | None) -> None:
    makes(recipe, message, before, after, True)


FIELD = "Cannot resolve keyword 'titel' into field. Choices are: id, title, author"
COLUMN = "'nam' is an invalid keyword argument for User"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (FIELD, "«q.filter(titel='titel').order_by('-titel')»\n", "q.filter(title='titel').order_by('-title')\n"),
        (FIELD, "«for b in q.filter(titel=1):\n    print('titel')\n    f(titel=2)\n»",
         "for b in q.filter(title=1):\n    print('titel')\n    f(titel=2)\n"),
        (FIELD, "«x = render(r, {'titel': q.filter(titel=1)})»\n", "x = render(r, {'titel': q.filter(title=1)})\n"),
        (FIELD, "«x = get_or_none(Book, titel=1)»\n", "x = get_or_none(Book, title=1)\n"),
        (FIELD, "«x = f(titel=1) + g(titel=1)»\n", None),
        (COLUMN, "class User(B):\n    name = C()\n\n\n«User(nam='nam', x=Other(nam=1))»\n",
         "class User(B):\n    name = C()\n\n\nUser(name='nam', x=Other(nam=1))\n"),
        ("Reverse for 'a' with keyword arguments '{'id': 3}' not found. 1 pattern(s) tried: ['a/(?P<pk>[0-9]+)/']",
         "«reverse('a', kwargs={'id': 3, 'x': 'id'})»\n", "reverse('a', kwargs={'pk': 3, 'x': 'id'})\n"),
    ],
)  # fmt: skip
def test_names_are_written_anew_and_values_are_not(makes: Makes, message: str, before: str, after: str | None) -> None:
    makes("library-name", message, before, after, True)
