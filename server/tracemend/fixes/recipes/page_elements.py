"""An element of a saved page that is not found: `page-name`, `skip-heading`.

- `page-name` asks by the name that the page has, where it has none of the name asked for: a tag, a class or an id that
  is written almost so, or the one tag that has the class or id.
- `skip-heading` leaves out the first rows of a loop (`[1:]`), where they alone lack what every other row has: the head
  of a table.

Both look at the page beside the program, as the standard library's parser reads it; what BeautifulSoup is asked has to
be literals. Sure where one name fits that is no plural of the other. Not for a page from the network.

Source: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#find
"""

from __future__ import annotations

import ast
import re
from difflib import SequenceMatcher

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.nones import nones, origins
from tracemend.fixes.toolkit.pages import ALL, ONE, Asked, Element, asked, elements_of, has, page_of
from tracemend.source.module import Module

_ALIKE = 0.8
"""Names of which so much is the same are taken for one that was misspelt."""


def _call(at: Failing, message: str) -> ast.Call | None:
    """The one `find` whose None the message speaks of."""
    found: dict[int, ast.Call] = {}
    for node in nones(at, message):
        for one in origins(at.file, node):
            if isinstance(one, ast.Call) and called(one) in ONE and isinstance(one.func, ast.Attribute):
                found[id(one)] = one
    return next(iter(found.values())) if len(found) == 1 else None


def page_name(request: Request) -> Mend | None:
    """The name that the page has."""
    at = failing(request)
    call = _call(at, request.report.first_line) if at is not None else None
    wanted = asked(call) if call is not None else None
    page = page_of(request, at.file) if at is not None and wanted is not None else None
    if at is None or call is None or wanted is None or page is None or not isinstance(call.func, ast.Attribute):
        return None
    outer = elements_of(at.file, call.func.value, page)
    if not outer or any(wanted.fits(one) for element in outer for one in element.inside):
        return None
    changes = _changes(wanted, outer)
    if len(changes) != 1:
        return None
    node, old, text = changes[0]
    start, end = at.file.span(node)
    written = at.file.source.text[start:end]
    if written.count(old) != 1 or re.search(r"[\\'\"]", text):
        return None
    start += written.index(old)
    return Mend((TextEdit(start, start + len(old), text),), sure=not _is_plural(old, text))


def _changes(wanted: Asked, outer: list[Element]) -> list[tuple[ast.expr, str, str]]:
    """What of the arguments may be another, and how the page has it: so that every outer element has such a one."""
    found: list[tuple[ast.expr, str, str]] = []
    if len(dict(wanted.attributes)) < len(wanted.attributes):
        return []  # several classes
    for name, node in wanted.names:
        rest = tuple(one for one in wanted.attributes if one[0] != name)
        old = wanted.tag or "" if name == "tag" else dict(wanted.attributes)[name]
        tag = None if name == "tag" else wanted.tag
        others = Asked(tag, rest)
        for text in dict.fromkeys(
            text for one in outer[0].inside if others.fits(one) for text in _texts(one, name) if text != old
        ):
            if name == "tag" and not (rest and any(key in ("class", "id") for key, _ in rest)):
                continue
            if name != "tag" and not _alike(old, text):
                continue
            whole = Asked(text if name == "tag" else tag, rest if name == "tag" else (*rest, (name, text)))
            if all(any(whole.fits(one) for one in element.inside) for element in outer):
                found.append((node, old, text))
    return found


def _texts(element: Element, name: str) -> list[str]:
    """An element's tag, or the values of an attribute, each class for itself."""
    if name == "tag":
        return [element.tag]
    value = element.attributes.get(name)
    return [] if value is None else value.split() if name == "class" else [value]


def _alike(one: str, other: str) -> bool:
    plain, second = (re.sub(r"[\W_]+", "", text).lower() for text in (one, other))
    if plain == second or _is_plural(plain, second):
        return True
    same_digits = re.sub(r"\D", "", plain) == re.sub(r"\D", "", second)
    return min(len(plain), len(second)) > 3 and same_digits and SequenceMatcher(None, plain, second).ratio() >= _ALIKE


def _is_plural(one: str, other: str) -> bool:
    """Whether one name is the plural of the other: rather a list and an item of it than one that was misspelt."""
    return one in (other + "s", other + "es") or other in (one + "s", one + "es")


def skip_heading(request: Request) -> Mend | None:
    """The loop without its first rows."""
    at = failing(request)
    call = _call(at, request.report.first_line) if at is not None else None
    wanted = asked(call) if call is not None else None
    owner = call.func.value if call is not None and isinstance(call.func, ast.Attribute) else None
    if at is None or call is None or wanted is None or not isinstance(owner, ast.Name):
        return None
    over = _over(at.file, owner)
    page = page_of(request, at.file) if over is not None else None
    rows = elements_of(at.file, owner, page) if page is not None else None
    if over is None or not rows or len(rows) < 3:
        return None
    lacking = [index for index, row in enumerate(rows) if not any(wanted.fits(one) for one in row.inside)]
    if lacking != list(range(len(lacking))) or not lacking or len(lacking) > 2 or len(lacking) * 2 >= len(rows):
        return None
    heads = all(_is_head(rows[index], rows[-1]) for index in lacking)
    end = at.file.span(over)[1]
    return Mend((TextEdit(end, end, f"[{len(lacking)}:]"),), sure=heads)


def _over(file: Module, name: ast.Name) -> ast.Call | None:
    """The `find_all` that the loop around goes over."""
    for outer in file.around(name):
        pairs = [(outer.target, outer.iter)] if isinstance(outer, ast.For) else []
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            pairs = [(one.target, one.iter) for one in outer.generators]
        for target, over in pairs:
            if isinstance(target, ast.Name) and target.id == name.id:
                known = file.only_value(over.id, over) if isinstance(over, ast.Name) else None
                node = known[1] if known is not None else over
                alone = known is None or len(file.uses(over.id, file.scope_of(over.id, over) or file.tree)) == 1  # type: ignore[attr-defined]
                return node if isinstance(node, ast.Call) and called(node) in ALL and alone else None
    return None


def _is_head(row: Element, other: Element) -> bool:
    """Whether a row is a heading: it has `th`, or none of the tags that other rows have, as an empty one."""
    tags = {one.tag for one in row.inside}
    return (
        ("th" in tags and "td" not in tags)
        or (row.tag == "tr" and not tags & {one.tag for one in other.inside})
        or (any(has(row, "class", name) for name in ("head", "header", "heading", "thead")))
    )


RECIPES = (
    Recipe(
        "page-name",
        "Asks for an element by the name that the page has.",
        page_name,
        unsure="One is the plural of the other: the page may have a list of them, and the one may be missing.",
    ),
    Recipe(
        "skip-heading",
        "Leaves out a table's head.",
        skip_heading,
        unsure="The first rows may be records that lack something.",
    ),
)
