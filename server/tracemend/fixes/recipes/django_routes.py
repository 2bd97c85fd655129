"""`include-namespace`, `route-converter`, `view-object`, `closing-slash`, `json-list`: routes, views and answers of
Django as they are taken.

- `include-namespace`: `app_name` in the included urls.py of the workspace, else `include((urls, "shop"), ...)`.
- `route-converter`: the converter that is there for `<integer:pk>` and the like, or a slip of one.
- `view-object`: the view itself for its name in a text, with its import; `as_view()` for a class, and for an object.
- `closing-slash`: the slash at the end of the address that is posted to, where the program's own request has it.
- `json-list`: `JsonResponse(items, safe=False)`; `list(...)` around a query's `values()`. Not sure where the code does
  not show what is sent. Does not apply to a query of objects, which is no JSON in a list either.

Sources: https://docs.djangoproject.com/en/stable/ref/urls/#include,
https://docs.djangoproject.com/en/stable/topics/http/urls/#path-converters,
https://docs.djangoproject.com/en/stable/ref/settings/#append-slash,
https://docs.djangoproject.com/en/stable/ref/request-response/#serializing-non-dictionary-objects
"""

from __future__ import annotations

import ast
import os
import re

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, is_none, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing, the_failing
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.workspace import module_file, text_at
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.scopes import names_bound

_NAMESPACE = lazy.regex(r"Specifying a namespace in include\(\) without providing an app_name is not supported\.")
_CONVERTER = lazy.regex(r"URL route '(?P<route>.+)' uses invalid converter '(?P<converter>\w+)'\.")
_NO_VIEW = lazy.regex(r"view must be a callable")
_SLASH = lazy.regex(
    r"You called this URL via [A-Z]+, but the URL doesn't end in a slash and you have APPEND_SLASH set\..*? "
    r"point to [^/ ]+(?P<path>/\S*)/(?:\?\S*)? \(note the trailing slash\)"
)
_NOT_SAFE = lazy.regex(r"In order to allow non-dict objects to be serialized set the safe parameter to False\.")
_CONVERTERS = ("int", "str", "slug", "uuid", "path")
_MEANT = {
    "integer": "int",
    "number": "int",
    "digit": "int",
    "digits": "int",
    "string": "str",
    "text": "str",
    "char": "str",
}
_PATTERNS = frozenset(("path", "re_path"))


def include_namespace(request: Request) -> Mend | None:
    """`app_name = "shop"` in shop/urls.py."""
    if not _NAMESPACE.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Call, lambda call: called(call) == "include")
    given = keyword_of(found[1], "namespace") if found is not None else None
    space = text_of(given.value) if given is not None else None
    if found is None or space is None or not found[1].args or spreads(found[1]):
        return None
    file, urls = found[0], found[1].args[0]
    if isinstance(urls, ast.Tuple):
        return None  # it is a pair already
    name, own = text_of(urls), request.place.file
    path = module_file(name, own, request.context) if name is not None and own is not None else None
    source = text_at(path, request.context) if path is not None and path != own else None
    module = whole(source) if source is not None else None
    if path is not None and module is not None:
        edit = _app_name(module, space)
        note = f"It changes {os.path.basename(os.path.dirname(path))}/{os.path.basename(path)}, which is included."
        return Mend((), note=note, others=(FileEdits(path, module.source.text, (edit,)),)) if edit is not None else None
    start, end = file.span(urls)
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, f', "{space}")')))


def _app_name(module: Module, space: str) -> TextEdit | None:
    """The line above `urlpatterns`."""
    made = [one for one in module.tree.body if isinstance(one, ast.Assign | ast.AnnAssign)]
    named = [one for one in made if any("app_name" in names_bound(part) for part in ast.walk(one))]
    patterns = [one for one in made if any("urlpatterns" in names_bound(part) for part in ast.walk(one))]
    if named or len(patterns) != 1:
        return None
    at = module.source.offset(patterns[0].lineno, 0)
    return TextEdit(at, at, f'app_name = "{space}"{module.source.newline}')


def route_converter(request: Request) -> Mend | None:
    """`<int:pk>`."""
    at, found = failing(request), _CONVERTER.match(request.report.first_line)
    if at is None or found is None:
        return None
    registered = [
        text_of(one.args[1])
        for one in at.file.nodes
        if isinstance(one, ast.Call) and called(one) == "register_converter" and len(one.args) == 2
    ]
    known = [*_CONVERTERS, *(name for name in registered if name is not None)]
    wrong = found["converter"]
    to = slip_of(wrong, known) or _MEANT.get(wrong.lower())
    texts = [one for one in at.every(ast.Constant) if text_of(one) == found["route"]]
    if to is None or to == wrong or len(texts) != 1:
        return None
    start, end = at.file.span(texts[0])
    hits = [*re.finditer(rf"<\s*({re.escape(wrong)}):", at.file.source.text[start:end])]
    edits = tuple(TextEdit(start + hit.start(1), start + hit.end(1), to) for hit in hits)
    return Mend(edits) if edits else None


def view_object(request: Request) -> Mend | None:
    """`views.page` for `"shop.views.page"`, `Page.as_view()` for `Page()`."""
    if not _NO_VIEW.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Call, lambda call: called(call) in _PATTERNS and len(call.args) > 1)
    if found is None:
        return None
    file, view = found[0], found[1].args[1]
    if isinstance(view, ast.Call) and not view.args and not view.keywords:
        end = file.span(view.func)[1]
        asked = re.search(r"pass (\w+)\.as_view\(\), not \w+\(\)", request.report.first_line)
        return Mend((TextEdit(end, end, ".as_view"),)) if asked is not None and asked[1] == called(view) else None
    text = text_of(view)
    if text is None or not all(part.isidentifier() for part in text.split(".")):
        return None
    home, written, imports = file, text, imports_for(file.source, found[1].lineno, False)
    module, _, name = text.rpartition(".")
    if module:
        path = module_file(module, request.place.file, request.context) if request.place.file is not None else None
        source = text_at(path, request.context) if path is not None else None
        other = whole(source) if source is not None else None
        if path is None or other is None or request.place.file is None:
            return None
        beside = os.path.dirname(path) == os.path.dirname(request.place.file)
        relative = imports.find_name(".", module.rpartition(".")[2]) if beside else None
        home, written = other, f"{relative}.{name}" if relative is not None else imports.name(module, name)
    kinds = [one for one in home.tree.body if name in names_bound(one)]
    if len(kinds) != 1 or not isinstance(kinds[0], ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return None
    if home is file and kinds[0].lineno > found[1].lineno:
        return None
    written = f"{written}.as_view()" if isinstance(kinds[0], ast.ClassDef) else written
    start, end = file.span(view)
    return Mend((*imports.edits(), TextEdit(start, end, written)))


def closing_slash(request: Request) -> Mend | None:
    """`client.post("/items/")`."""
    at, found = failing(request), _SLASH.search(request.report.first_line)
    if at is None or found is None:
        return None
    ends: dict[int, TextEdit] = {}
    for call in at.every(ast.Call):
        for given in [*call.args[:1], *(key.value for key in call.keywords if key.arg in ("path", "url"))]:
            if isinstance(given, ast.Name) and not _is_address(at.file, given):
                return None
            for one in reach(at.file, given) or ():
                end = _end_of_path(at.file, one, found["path"])
                if end is not None:
                    ends[end] = TextEdit(end, end, "/")
    return Mend(tuple(ends.values())) if len(ends) == 1 else None


def _is_address(file: Module, name: ast.Name) -> bool:
    """Whether everything that reads a name is given it as it is: nothing is made of the address."""
    scope = file.scope_of(name.id, name)
    outers = [file.parents.get(id(use)) for use in file.uses(name.id, scope)] if scope is not None else []
    return all(isinstance(outer, ast.Call | ast.keyword) for outer in outers)


def _end_of_path(file: Module, node: ast.expr, path: str) -> int | None:
    """Where a text ends that is this path, before its query; None for another one."""
    start, end = file.span(node)
    text = file.source.text[start:end]
    opening = re.match(r"[fFrR]{0,2}(['\"])(?!\1)", text)
    if opening is None:
        return None
    whole_text = text_of(node)
    if whole_text is not None:
        written = whole_text.partition("?")[0]
        if written != path:
            return None
    elif isinstance(node, ast.JoinedStr):
        parts = [text_of(one) if isinstance(one, ast.Constant) else None for one in node.values]
        pattern = "".join("[^/]+" if one is None else re.escape(one.partition("?")[0]) for one in parts)
        if any("?" in (one or "") for one in parts) or re.fullmatch(pattern, path) is None:
            return None
    else:
        return None
    query = text.find("?") if whole_text is not None else -1
    return start + query if query >= 0 else end - 1


def json_list(request: Request) -> Mend | None:
    """`JsonResponse(items, safe=False)`."""
    if not _NOT_SAFE.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Call, lambda call: called(call) == "JsonResponse" and bool(call.args))
    if found is None or spreads(found[1]) or len(found[1].args) > 2:
        return None
    file, call = found
    safe, data = keyword_of(call, "safe"), call.args[0]
    kinds = {_kind(file, one) for one in reach(file, data) or [data]}
    if "objects" in kinds or len(kinds) != 1 or isinstance(data, ast.GeneratorExp):
        return None
    start, end = file.span(data)
    edits = [TextEdit(start, start, "list("), TextEdit(end, end, ")")] if kinds == {"values"} else []
    if safe is not None:
        edits.append(TextEdit(*file.span(safe.value), "False"))
    else:
        edits.append(add_keyword(file.statement(call), call, "safe=False"))
    return Mend(tuple(edits), sure=kinds != {"unknown"})


_OF_QUERIES = frozenset(("all", "filter", "exclude", "order_by", "select_related", "prefetch_related", "distinct"))


def _kind(file: Module, node: ast.expr) -> str:
    """What a value that is no dictionary is: a `list` of what JSON has, as far as is seen, the `values` or the
    `objects` of a query, or `unknown`."""
    if isinstance(node, ast.Name):
        sources = [one for one in reach(file, node) or () if not isinstance(one, ast.Name)]
        return _kind(file, sources[0]) if len(sources) == 1 else "unknown"
    if isinstance(node, ast.ListComp):
        loop = node.generators[0]
        same = isinstance(node.elt, ast.Name) and isinstance(loop.target, ast.Name) and node.elt.id == loop.target.id
        return "objects" if same and _kind(file, loop.iter) == "objects" else "list"
    if isinstance(node, ast.List | ast.Tuple | ast.JoinedStr):
        return "list"
    if isinstance(node, ast.Constant):
        return "list" if not is_none(node) else "unknown"
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        return _kind(file, node.value)
    if isinstance(node, ast.Attribute):
        return "list" if node.attr == "data" else "unknown"  # of a serializer
    if isinstance(node, ast.Call):
        if called(node) in ("list", "sorted") and node.args:
            return "objects" if _kind(file, node.args[0]) == "objects" else "list"
        if called(node) in ("len", "str", "loads"):
            return "list"
        if called(node) in ("values", "values_list"):
            return "values"
        if called(node) in _OF_QUERIES and isinstance(node.func, ast.Attribute):
            return "values" if _kind(file, node.func.value) == "values" else "objects"
    return "unknown"


RECIPES = (
    Recipe("include-namespace", "Names the application of an included urls.py.", include_namespace),
    Recipe("route-converter", "Writes the converter's name as Django has it.", route_converter),
    Recipe("view-object", "Hands the view itself over.", view_object),
    Recipe("closing-slash", "Sends the request to the address with the slash.", closing_slash),
    Recipe(
        "json-list",
        "Lets an answer be a list.",
        json_list,
        unsure="The code does not show what is sent; a dictionary around it may be meant.",
    ),
)
