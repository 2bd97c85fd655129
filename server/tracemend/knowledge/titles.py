"""Whether a title still reads well where a signature does not capture what it names."""

from __future__ import annotations

from collections.abc import Iterator

from tracemend import lazy
from tracemend.knowledge.model import Entry
from tracemend.knowledge.regex_tree import surely_named
from tracemend.knowledge.template import fields

_DROPPED = lazy.regex(r"\([^()]*\{([\w.-]+)\}[^()]*\)|: \{([\w.-]+)\}$")
"""Fields that go with their parentheses, or with the colon before them at the end."""


def broken(entry: Entry) -> Iterator[tuple[int, str]]:
    """The numbers of the signatures (items of `match`) that leave a hole in the title, each with the name that it does
    not always capture. `{name|words}` has none, nor have names in parentheses or behind a colon at the end."""
    dropped = {name for found in _DROPPED.finditer(entry.title) for name in found.groups() if name}
    wanted = [name for name in fields(entry.title) if name not in dropped and f"{{{name}|" not in entry.title]
    for number, signature in enumerate(entry.match if wanted else ()):
        captured = surely_named(signature.message) if signature.message is not None else frozenset()
        yield from ((number, name) for name in wanted if name not in captured)
