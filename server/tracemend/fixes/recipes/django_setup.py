"""`django-setup`, `django-app`, `django-host`: a Django program whose settings and applications are not there.

- `django-setup`: `django.setup()` after the settings of a program that uses models before it was called; the settings'
  module of the project, where none is named; `settings.configure(...)` before the line that needs a setting, where it
  stands below it, or with the one setting for templates where the program has no settings at all.
- `django-app`: the application into INSTALLED_APPS; in a program of one file an app_label for each of its models. Does
  not apply where an application of that name is installed under another path.
- `django-host`: the host into ALLOWED_HOSTS; sure where the program itself asks for that host.

Sources: https://docs.djangoproject.com/en/stable/topics/settings/#using-settings-without-setting-django-settings-module,
https://docs.djangoproject.com/en/stable/ref/models/options/#app-label,
https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.django_project import Settings, added, configures, settings_of
from tracemend.fixes.toolkit.edits import (
    add_keyword,
    commented_extent,
    indent_step,
    insert_after,
    insert_before,
    owns_its_lines,
)
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, begin_of
from tracemend.source.scopes import names_bound

_NOT_READY = lazy.regex(r"(?:Apps|Models) aren't loaded yet")
_NOT_CONFIGURED = lazy.regex(r"Requested settings?(?: (?P<setting>\w+))?, but settings are not configured")
_NO_LABEL = lazy.regex(r"Model class (?P<module>[\w.]+)\.(?P<model>\w+) doesn't declare an explicit app_label")
_HOST = lazy.regex(r"Invalid HTTP_HOST header: '(?P<header>[^']+)'\. You may need to add '(?P<host>[\w.:\[\]-]+)'")
_LOCAL = ("testserver", "localhost", "127.0.0.1", "[::1]")


def setup(request: Request) -> Mend | None:
    """`django.setup()`, and the settings before it."""
    at, message = failing(request), request.report.message
    if at is None:
        return None
    top = _top(at)
    if _NOT_READY.search(message):
        return _loaded(at, top)
    found = _NOT_CONFIGURED.search(message)
    if found is None:
        return None
    call = configures(at.file)
    if call is not None:
        return _moved_up(at, top, call)
    settings = settings_of(request, at.file)
    beside = settings is not None and request.place.file is not None and settings.is_beside(request.place.file)
    if settings is not None and beside and "DJANGO_SETTINGS_MODULE" not in at.file.source.text:
        return _named(at, top, settings)
    if found["setting"] != "TEMPLATES" or beside:
        return None
    imports = Imports(at.file.source)
    name, django = imports.name("django.conf", "settings"), imports.module("django")
    backend = "django.template.backends.django.DjangoTemplates"
    lines = [f'{name}.configure(TEMPLATES=[{{"BACKEND": "{backend}"}}])', f"{django}.setup()"]
    return _inserted(at, _first(at, top), lines, imports)


def _top(at: Failing) -> ast.stmt:
    """The statement of the module's own level that the failing one stands in."""
    return next((one for one in at.file.tree.body if at.node in ast.walk(one)), at.node)


def _first(at: Failing, top: ast.stmt) -> ast.stmt:
    """Where the program's own lines begin: the failing statement, or what comes first after the imports."""
    if not isinstance(top, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return top
    body = at.file.tree.body
    above = body[: body.index(top)] if top in body else body
    imports = [index for index, one in enumerate(above) if isinstance(one, ast.Import | ast.ImportFrom)]
    return body[imports[-1] + 1] if imports and imports[-1] + 1 < len(body) else top


def _inserted(at: Failing, before: ast.stmt, lines: list[str], imports: Imports) -> Mend | None:
    statement = at.file.statement(before)
    if not owns_its_lines(statement) or getattr(before, "decorator_list", None):
        return None
    return Mend((*imports.edits(), insert_before(statement, lines)))


def _loaded(at: Failing, top: ast.stmt) -> Mend | None:
    """`django.setup()` below the statement that says what the settings are."""
    said = [
        one
        for one in at.file.tree.body
        if isinstance(one, ast.Expr | ast.Assign)
        and ("DJANGO_SETTINGS_MODULE" in at.file.text(one) or "settings.configure(" in at.file.text(one))
    ]
    calls = [one for one in at.file.nodes if isinstance(one, ast.Call) and dotted(one.func) == "django.setup"]
    if len(said) != 1 or said[0].lineno >= top.lineno or not owns_its_lines(at.file.statement(said[0])):
        return None
    imports = Imports(at.file.source, said[0].lineno)
    if not calls:
        line = f"{imports.module('django')}.setup()"
        return Mend((*imports.edits(), insert_after(at.file.statement(said[0]), [line])))
    late = at.file.statement(calls[0])
    if len(calls) != 1 or late.node not in at.file.tree.body or late.node.lineno <= top.lineno:
        return None
    if imports.module("django") != "django" or not owns_its_lines(late):
        return None
    moved = _moved(at.file, late.node, said[0], after=True)
    return Mend((*imports.edits(), *moved.edits))  # where `import django` stands further down


def _moved_up(at: Failing, top: ast.stmt, call: ast.Call) -> Mend | None:
    """`settings.configure(...)`, which stands below, before what needs a setting."""
    statement = at.file.statement(call).node
    body = at.file.tree.body
    if statement not in body or statement.lineno <= top.lineno or not owns_its_lines(at.file.statement(statement)):
        return None
    between = body[body.index(top) : body.index(statement)]
    bound = {name for one in between for part in ast.walk(one) for name in names_bound(part)}
    if any(isinstance(one, ast.Name) and one.id in bound for one in ast.walk(statement)):
        return None
    return _moved(at.file, statement, top, after=False) if owns_its_lines(at.file.statement(top)) else None


def _moved(file: Module, node: ast.stmt, to: ast.stmt, after: bool) -> Mend:
    source = file.source
    first, last = commented_extent(file.statement(node))
    start, end = source.offset(first, 0), source.offset(last + 1, 0)
    if source.text[start:end].endswith(("\n", "\r")):
        lines = source.text[start:end]
    else:
        lines = source.text[start:end] + source.newline
    line = source.position(file.span(to)[1])[0] + 1 if after else begin_of(to)
    at = source.offset(line, 0)
    return Mend((TextEdit(at, at, lines), TextEdit(start, end, "")))


def _named(at: Failing, top: ast.stmt, settings: Settings) -> Mend | None:
    """`os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")`."""
    imports = Imports(at.file.source)
    line = f'{imports.module("os")}.environ.setdefault("DJANGO_SETTINGS_MODULE", "{settings.module}")'
    calls = [one for one in at.file.nodes if isinstance(one, ast.Call) and dotted(one.func) == "django.setup"]
    lines = [line] if calls else [line, f"{imports.module('django')}.setup()"]
    return _inserted(at, _first(at, top), lines, imports)


def app(request: Request) -> Mend | None:
    """`"shop"` in INSTALLED_APPS; `app_label = "shop"` in a program of one file."""
    at, found = failing(request), _NO_LABEL.search(request.report.message)
    if at is None or found is None:
        return None
    if found["module"] == "__main__":
        return _labels(at.file, request)
    home = found["module"].removesuffix(".models").split(".models.")[0]
    settings = settings_of(request, at.file)
    installed = settings.value("INSTALLED_APPS") if settings is not None else None
    if settings is None or not isinstance(installed, ast.List | ast.Tuple) or not home.isidentifier():
        return None
    names = [text_of(one) or "" for one in installed.elts]
    if any(home in name.split(".") for name in names):
        return None
    edit = added(settings.text, installed, home)
    return settings.mend(edit) if edit is not None else None


def _labels(file: Module, request: Request) -> Mend | None:
    """A label for each of the file's models: the one that other models have, else the program's name."""
    models = [one for one in file.nodes if isinstance(one, ast.ClassDef) and _is_model(one)]
    known = {text_of(said) for one in models if (said := _label_of(one)) is not None}
    stem = re.sub(
        r"\W", "_", (request.place.file or "app.py").replace("\\", "/").rpartition("/")[2].removesuffix(".py")
    )
    label = known.pop() if len(known) == 1 else stem.lower()
    edits: list[TextEdit] = []
    for one in models:
        meta = _meta(one)
        if _label_of(one) is not None or (meta is not None and "abstract" in file.text(meta)):
            continue
        last = file.statement((meta or one).body[-1])
        if not owns_its_lines(last) or (meta or one).body[0].lineno == (meta or one).lineno:
            return None
        step = indent_step(file.source)
        line = f'app_label = "{label}"'
        edits.append(insert_after(last, [line] if meta is not None else ["", "class Meta:", f"{step}{line}"]))
    blank = re.compile(r"([\r\n])[ \t]+(?=[\r\n])")
    edits = [TextEdit(one.start, one.end, blank.sub(r"\1", one.text)) for one in edits]
    return Mend(tuple(edits)) if edits else None


def _is_model(node: ast.ClassDef) -> bool:
    return any(dotted(one) in ("models.Model", "Model") for one in node.bases)


def _meta(node: ast.ClassDef) -> ast.ClassDef | None:
    return next((one for one in node.body if isinstance(one, ast.ClassDef) and one.name == "Meta"), None)


def _label_of(node: ast.ClassDef) -> ast.expr | None:
    meta = _meta(node)
    for one in meta.body if meta is not None else ():
        if isinstance(one, ast.Assign) and any(dotted(target) == "app_label" for target in one.targets):
            return one.value
    return None


def host(request: Request) -> Mend | None:
    """The host in ALLOWED_HOSTS."""
    at, found = failing(request), _HOST.search(request.report.message)
    settings = settings_of(request, at.file) if at is not None else None
    if at is None or found is None or settings is None:
        return None
    name = found["host"]
    texts = [text_of(one) or "" for one in at.file.nodes if isinstance(one, ast.Constant)]
    asked = any(re.match(rf"(?:https?://)?{re.escape(name)}(?=[:/]|\Z)", text) for text in texts)
    allowed = settings.value("ALLOWED_HOSTS")
    call = configures(at.file) if settings.file is None else None
    if allowed is None and call is not None and not keyword_of(call, "ALLOWED_HOSTS") and not spreads(call):
        edit: TextEdit | None = add_keyword(at.file.statement(call), call, f'ALLOWED_HOSTS=["{name}"]')
    else:
        edit = added(settings.text, allowed, name) if allowed is not None else None
    return settings.mend(edit, sure=asked or name in _LOCAL) if edit is not None else None


RECIPES = (
    Recipe("django-setup", "Loads Django's settings and applications before they are used.", setup),
    Recipe("django-app", "Gives a model its application.", app),
    Recipe(
        "django-host",
        "Allows the host in the settings.",
        host,
        unsure="Anyone can ask for any host; add it only where the site is really reached by this name.",
    ),
)
