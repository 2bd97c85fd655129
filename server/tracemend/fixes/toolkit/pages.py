"""Saved pages that a program reads with BeautifulSoup: what its calls find in them.

The page is read as the standard library's parser reads it. Only what is asked of tags by name, class, id and other
plain attributes is answered; None stands for anything else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tracemend import lazy
from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.code import called, spreads, text_of
from tracemend.fixes.toolkit.samples import texts_of
from tracemend.source.module import Module
from tracemend.source.reach import reach

_MAX = 400_000
"""A longer page, in characters, is not read."""
_DEPTH = 12
_MOST = 5_000
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_SELECTOR = lazy.regex(r"(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+)*)")
ALL = ("find_all", "findAll", "select")
ONE = ("find", "select_one")


@dataclass(eq=False, slots=True)
class Element:
    """A tag of the page; `inside` are all tags in it, in the order of the page."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call looks for. `names` are the arguments that are literals, by `tag` or the attribute's name."""

    tag: str | None
    attributes: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, ast.expr], ...] = ()

    def fits(self, element: Element) -> bool:
        """Whether an element is what is looked for."""
        return (self.tag is None or element.tag == self.tag) and all(
            has(element, name, value) for name, value in self.attributes
        )


def has(element: Element, name: str, value: str) -> bool:
    """Whether an attribute has that value; of classes, whether it is one of them, or all."""
    given = element.attributes.get(name)
    return given is not None and (given == value or (name == "class" and value in given.split()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open: list[Element] = [self.root]
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > _MOST:
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        for outer in self.open:
            outer.inside.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open[-1].tag == tag and tag not in _EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        at = next((index for index in range(len(self.open) - 1, 0, -1) if self.open[index].tag == tag), None)
        if at is not None:
            del self.open[at:]


def page_of(request: Request, file: Module) -> Element | None:
    """The one page that the program reads, of those that its folder and its texts show; None where it is not one."""
    found = [text for text in texts_of(request, file) if re.search(r"<\w+[^<>]*>", text) and "</" in text]
    if len(found) != 1 or len(found[0]) > _MAX:
        return None
    reader = _Reader()
    reader.feed(found[0])
    reader.close()
    return reader.root if reader.count <= _MOST else None


def asked(call: ast.Call) -> Asked | None:
    """What `find`, `find_all`, `select_one` or `select` looks for, where all of it is literals."""
    if spreads(call) or not (call.args or call.keywords):
        return None
    if called(call) in ("select", "select_one"):
        selector = text_of(call.args[0]) if len(call.args) == 1 and not call.keywords else None
        found = _SELECTOR.fullmatch(selector or " ")
        if found is None or not selector:
            return None
        marks = re.findall(r"([.#])([\w-]+)", found["rest"])
        parts = tuple(("class" if sign == "." else "id", name) for sign, name in marks)
        kinds = [*(["tag"] if found["tag"] else []), *(name for name, _ in parts)]
        return Asked(found["tag"], parts, tuple((name, call.args[0]) for name in kinds))
    tag = text_of(call.args[0]) if call.args else None
    if (call.args and tag is None) or len(call.args) > 2:
        return None
    names: list[tuple[str, ast.expr]] = [("tag", call.args[0])] if call.args else []
    attributes: list[tuple[str, str]] = []
    pairs: list[tuple[str | None, ast.expr]] = []
    if len(call.args) == 2:
        second = call.args[1]
        pairs += _pairs(second) if isinstance(second, ast.Dict) else [("class", second)]
    for keyword in call.keywords:
        if keyword.arg == "attrs" and isinstance(keyword.value, ast.Dict):
            pairs += _pairs(keyword.value)
        else:
            pairs.append((keyword.arg, keyword.value))
    for name, value in pairs:
        text = text_of(value)
        if name is None or text is None or name in ("string", "text", "recursive", "limit"):
            return None
        plain = "class" if name == "class_" else name
        attributes.append((plain, text))
        names.append((plain, value))
    return Asked(tag, tuple(attributes), tuple(names))


def _pairs(node: ast.Dict) -> list[tuple[str | None, ast.expr]]:
    return [(text_of(key), value) for key, value in zip(node.keys, node.values, strict=True)]


def elements_of(file: Module, node: ast.expr, page: Element, depth: int = _DEPTH) -> list[Element] | None:
    """The elements that an expression may be: one for a call that finds one, each in turn for the name of a loop over
    many; None where it is something else, or one of them is not there."""
    if depth <= 0:
        return None
    if isinstance(node, ast.Name):
        for outer in file.around(node):
            for target, over in _loops(outer):
                if isinstance(target, ast.Name) and target.id == node.id:
                    return many(file, over, page, depth - 1)
        sources = reach(file, node)
        if sources is None or any(one is node for one in sources):
            return None
        found = [elements_of(file, one, page, depth - 1) for one in sources]
        known = [one for one in found if one is not None]
        return known[0] if len(known) == len(found) == 1 else None
    if not isinstance(node, ast.Call):
        return None
    if called(node) == "BeautifulSoup":
        return [page]
    function = file.function(node.func.id) if isinstance(node.func, ast.Name) else None
    if function is not None:
        returned = [part.value for part in ast.walk(function) if isinstance(part, ast.Return)]
        value = returned[0] if len(returned) == 1 else None
        return elements_of(file, value, page, depth - 1) if value is not None else None
    if called(node) not in ONE or not isinstance(node.func, ast.Attribute):
        return None
    wanted, outer_ones = asked(node), elements_of(file, node.func.value, page, depth - 1)
    if wanted is None or outer_ones is None:
        return None
    firsts = [next(filter(wanted.fits, outer.inside), None) for outer in outer_ones]
    there = [one for one in firsts if one is not None]
    return there if len(there) == len(firsts) else None


def many(file: Module, node: ast.expr, page: Element, depth: int = _DEPTH) -> list[Element] | None:
    """The elements that a list of them has."""
    if isinstance(node, ast.Name):
        sources = reach(file, node)
        one = sources[0] if sources is not None and len(sources) == 1 else None
        return many(file, one, page, depth - 1) if one is not None and one is not node and depth > 0 else None
    if not isinstance(node, ast.Call) or called(node) not in ALL or not isinstance(node.func, ast.Attribute):
        return None
    wanted, outer = asked(node), elements_of(file, node.func.value, page, depth - 1)
    if wanted is None or outer is None or len(outer) != 1:
        return None
    return [one for one in outer[0].inside if wanted.fits(one)]


def _loops(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.For):
        yield node.target, node.iter
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        for one in node.generators:
            yield one.target, one.iter
