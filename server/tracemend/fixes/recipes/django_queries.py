"""`foreign-id`, `related-set`, `slice-last`, `last-row`: what Django's fields and queries are given in another form.

- `foreign-id`: `Book(author_id=3)` for `Book(author=3)`, by keyword, attribute or key of a dictionary, where the
  message shows the number (or UUID) that was given in the object's place.
- `related-set`: `book.tags.set([...])` for an assignment; after the object is made where the tags were given to
  `create()`, after `save()` where to the model. Not before the object has its row. One object goes in a list; not sure
  where the code does not show what is assigned.
- `slice-last`: the slice behind `.filter(...)` and `.order_by(...)`. Sure where the slice was taken of rows in no
  order, by the query and by the model: which rows it takes is then not said. Does not apply to what gives no query back
  (`get`, `delete`), nor where the sliced query is used elsewhere too.
- `last-row`: `.last()` for `[-1]`; a list of the rows before a slice that counts from the end, which is never sure. Not
  `.last()` of a query that has been sliced.

Sources: https://docs.djangoproject.com/en/stable/ref/models/fields/#database-representation,
https://docs.djangoproject.com/en/stable/ref/models/relations/#django.db.models.fields.related.RelatedManager.set,
https://docs.djangoproject.com/en/stable/topics/db/queries/#limiting-querysets
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import POSTFIXED, called, dotted, is_none, keyword_of, text_of
from tracemend.fixes.toolkit.edits import insert_after, inside_quotes, owns_its_lines, without_argument
from tracemend.fixes.toolkit.failing import Failing, failing, the_failing
from tracemend.fixes.toolkit.workspace import with_class
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import names_bound
from tracemend.source.statement import own_parts

_FOREIGN = lazy.regex(
    r"Cannot assign \"(?P<value>-?\d+|'\d+'|UUID\('[\w-]+'\))\": \"\w+\.(?P<field>\w+)\" must be a \"\w+\" instance\."
)
_ASSIGNED = lazy.regex(
    r"Direct assignment to the (?:forward|reverse) side of a (?:many-to-many|related) set is prohibited\. "
    r"Use (?P<field>\w+)\.set\(\) instead\."
)
_SLICED = lazy.regex(r"Cannot (?:filter|reorder) a query once a slice has been taken\.")
_NEGATIVE = lazy.regex(r"Negative indexing is not supported\.")
_QUERIES = frozenset(
    ("filter", "exclude", "order_by", "annotate", "alias", "select_related", "prefetch_related", "only", "defer",
     "values", "values_list", "distinct", "reverse", "using", "all")
)  # fmt: skip
"""Methods of a query that give a query back."""
_ONE = frozenset(("get", "create", "first", "last", "earliest", "latest", "get_object_or_404"))
"""What gives one object."""


def foreign_id(request: Request) -> Mend | None:
    """`author_id=3`."""
    at, found = failing(request), _FOREIGN.match(request.report.first_line)
    if at is None or found is None:
        return None
    ends = list(_names(at, found["field"]))
    return Mend((TextEdit(ends[0], ends[0], "_id"),)) if len(ends) == 1 else None


def _names(at: Failing, field: str) -> Iterator[int]:
    """Where the field's name ends that the failing statement gives a value."""
    targets = at.node.targets if isinstance(at.node, ast.Assign) else []
    for target in targets:
        if isinstance(target, ast.Attribute) and target.attr == field:
            yield at.file.span(target)[1]
    for part in own_parts(at.node):
        if isinstance(part, ast.keyword) and part.arg == field:
            yield at.file.span(part)[0] + len(field)
        elif isinstance(part, ast.Dict):
            for key in part.keys:
                where = inside_quotes(at.file, key) if key is not None and text_of(key) == field else None
                if where is not None:
                    yield where[1]


def related_set(request: Request) -> Mend | None:
    """`book.tags.set([first, second])`."""
    at, found = failing(request), _ASSIGNED.match(request.report.first_line)
    if at is None or found is None or not isinstance(at.node, ast.Assign) or len(at.node.targets) != 1:
        return None
    target, value = at.node.targets[0], at.node.value
    if isinstance(target, ast.Name):
        return _set_afterwards(at, at.node, target.id, found["field"])
    if not isinstance(target, ast.Attribute) or target.attr != found["field"] or is_none(value):
        return None
    if not _has_row(at, target.value) or isinstance(value, ast.Yield | ast.YieldFrom):
        return None
    (start, end), at_value = at.file.span(value), at.file.span(target)[1]
    text = at.file.source.text
    if isinstance(value, ast.Tuple) and text[start] != "(":
        return Mend((TextEdit(at_value, start, ".set(("), TextEdit(end, end, "))")))
    if text[at_value:start].strip() != "=":
        return None  # the value has parentheses of its own, over lines perhaps
    kind = _kind(at.file, value)
    opening, closing = (".set([", "])") if kind == "one" else (".set(", ")")
    return Mend((TextEdit(at_value, start, opening), TextEdit(end, end, closing)), sure=kind != "unknown")


def _kind(file: Module, node: ast.expr) -> str:
    """What is assigned, as far as the code shows: `one` object, `many`, or `unknown`."""
    if isinstance(node, ast.Subscript) and (dotted(node.value) or "").endswith("cleaned_data"):
        return "many"  # a form's field of several choices
    sources = reach(file, node) or [node]
    if any(isinstance(one, ast.Name | ast.Attribute | ast.Subscript | ast.IfExp) for one in sources):
        return "unknown"
    calls = [called(one) for one in sources if isinstance(one, ast.Call)]
    ones = [name for name in calls if name in _ONE or name[:1].isupper()]
    return "many" if not ones else "one" if len(ones) == len(sources) else "unknown"


def _has_row(at: Failing, node: ast.expr) -> bool:
    """Whether the object is saved as far as the code shows: not where the model was called and `save` was not."""
    known = at.file.only_value(node.id, node) if isinstance(node, ast.Name) else None
    if known is None or not isinstance(known[1], ast.Call) or not isinstance(node, ast.Name):
        return True
    if not called(known[1])[:1].isupper():
        return True
    return any(
        isinstance(one, ast.Call) and dotted(one.func) == f"{node.id}.save" and known[0].lineno < one.lineno
        and one.lineno < at.node.lineno
        for one in at.file.nodes
    )  # fmt: skip


def _set_afterwards(at: Failing, node: ast.Assign, name: str, field: str) -> Mend | None:
    """The value as a statement of its own below the one that saves the object."""
    call = node.value
    given = keyword_of(call, field) if isinstance(call, ast.Call) else None
    if not isinstance(call, ast.Call) or given is None or is_none(given.value):
        return None
    saving = at.file.statement(node)
    if called(call) != "create":
        following = _following(at.file, node)
        if following is None or at.file.text(following).strip() != f"{name}.save()":
            return None
        saving = at.file.statement(following)
    left_out = without_argument(at.file, call, given)
    text = at.file.text(given.value)
    used = any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(given.value))
    if left_out is None or used or "\n" in text or not owns_its_lines(saving):
        return None
    return Mend((left_out, insert_after(saving, [f"{name}.{field}.set({text})"])))


def _following(file: Module, node: ast.stmt) -> ast.stmt | None:
    """The next statement of the same block."""
    outer = file.parents.get(id(node))
    for name in ("body", "orelse", "finalbody"):
        body = getattr(outer, name, None)
        if isinstance(body, list) and node in body[:-1]:
            following = body[body.index(node) + 1]
            return following if isinstance(following, ast.stmt) else None
    return None


def slice_last(request: Request) -> Mend | None:
    """`Book.objects.order_by("title")[:3]`."""
    at = failing(request) if _SLICED.match(request.report.first_line) else None
    if at is None:
        return None
    reordered = "reorder" in request.report.first_line
    found = [pair for part in at.every(ast.Subscript) if (pair := _moved(at.file, part, part)) is not None]
    for part in at.every(ast.Name):
        known = at.file.only_value(part.id, part)
        scope = at.file.scope_of(part.id, part)
        if known is None or scope is None or len(at.file.uses(part.id, scope)) != 1:
            continue
        if isinstance(known[1], ast.Subscript) and (pair := _moved(at.file, known[1], part)) is not None:
            found.append(pair)
    if len(found) != 1:
        return None
    edits, query = found[0]
    return Mend(edits, sure=_in_no_order(request, at.file, query, reordered))


def _in_no_order(request: Request, file: Module, query: ast.expr, reordered: bool) -> bool:
    """Whether nothing says which rows the first ones of a query are."""
    model, _, manager = (_start(query) or "").rpartition(".")
    if manager != "objects" or any(
        isinstance(one, ast.Attribute) and one.attr in ("order_by", "reverse", "latest") for one in ast.walk(query)
    ):
        return False
    name = model.rpartition(".")[2]
    known = with_class(request, file, name)[0].class_named(name)
    meta = next((one for one in known.body if isinstance(one, ast.ClassDef)), None) if known is not None else None
    named = {bound for one in (meta.body if meta is not None else ()) for part in ast.walk(one)
             for bound in names_bound(part)}  # fmt: skip
    return "ordering" not in named and (known is not None or reordered)


def _moved(file: Module, sliced: ast.Subscript, at: ast.expr) -> tuple[tuple[TextEdit, ...], ast.expr] | None:
    """The slice behind the last method that gives a query back, of those that are called on `at`; and the query."""
    if not isinstance(sliced.slice, ast.Slice):
        return None
    last: ast.expr = at
    while True:
        attribute = file.parents.get(id(last))
        call = file.parents.get(id(attribute)) if isinstance(attribute, ast.Attribute) else None
        if not isinstance(attribute, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not attribute:
            break
        if attribute.attr not in _QUERIES:
            return None
        last = call
    if last is at:
        return None
    start, end = file.span(sliced.value)[1], file.span(sliced)[1]
    text, stop = file.source.text[start:end], file.span(last)[1]
    if not text.startswith("[") or "#" in text:
        return None
    return (TextEdit(start, end, ""), TextEdit(stop, stop, text)), sliced.value


def _start(node: ast.expr) -> str | None:
    """What a chain of calls begins with: `Book.objects` of `Book.objects.all().filter(...)`."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    return dotted(node)


def last_row(request: Request) -> Mend | None:
    """`Book.objects.all().last()`."""
    if not _NEGATIVE.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Subscript, _counts_from_end)
    if found is None:
        return None
    file, node = found
    start, end = file.span(node.value)[1], file.span(node)[1]
    text = file.source.text[start:end]
    if not text.startswith("[") or "#" in text or not isinstance(node.value, POSTFIXED):
        return None
    if isinstance(node.slice, ast.Slice):
        begin = file.span(node.value)[0]
        return Mend((TextEdit(begin, begin, "list("), TextEdit(start, start, ")")), sure=False)
    if _number(node.slice) != -1 or _is_sliced(file, node.value):
        return None
    return Mend((TextEdit(start, end, ".last()"),))


def _is_sliced(file: Module, node: ast.expr) -> bool:
    """Whether a slice was taken already: such a query has no `last()`."""
    sources = reach(file, node) or [node]
    return any(isinstance(part, ast.Slice) for one in sources for part in ast.walk(one))


def _counts_from_end(node: ast.Subscript) -> bool:
    if not isinstance(node.ctx, ast.Load):
        return False
    if isinstance(node.slice, ast.Slice):
        return any(_number(one) < 0 for one in (node.slice.lower, node.slice.upper))
    return _number(node.slice) < 0


def _number(node: ast.expr | None) -> int:
    """The number that is written; 0 for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        return -node.operand.value if type(node.operand.value) is int else 0
    return 0


RECIPES = (
    Recipe("foreign-id", "Gives a relation the number under the name of its column.", foreign_id),
    Recipe(
        "related-set",
        "Sets the objects of a many-to-many relation.",
        related_set,
        unsure="It has to be a list or a query; one object would go into a list.",
    ),
    Recipe(
        "slice-last",
        "Takes the slice of a query last.",
        slice_last,
        unsure="It may be the sliced rows alone that are to be filtered: then `pk__in` takes their keys.",
    ),
    Recipe(
        "last-row",
        "Takes the last row of a query.",
        last_row,
        unsure="It reads all rows; an order the other way round and a slice from its start reads fewer.",
    ),
)
