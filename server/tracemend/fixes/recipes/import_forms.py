"""Imports that are not written as Python has them.

`import-order`: `import a, b from m` becomes `from m import a, b`.
`import-comma`: the comma at the end of an import's names goes, where the next line does not go on with names.

Source: "The import statement" in Python's language reference; `invalid_import` and `invalid_import_from_targets` in
CPython's grammar.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import proven

_NAME = r"[^\W\d]\w*"
_ONE = rf"{_NAME}(?:[ \t]+as[ \t]+{_NAME})?"
_TURNED = lazy.regex(
    rf"[ \t]*(?P<turned>import[ \t]+(?P<names>\*|{_ONE}(?:[ \t]*,[ \t]*{_ONE})*)"
    rf"[ \t]+from[ \t]+(?P<module>\.*{_NAME}(?:\.{_NAME})*|\.+))[ \t]*(?:;|#|$)"
)
_LEFT_OVER = lazy.regex(r"[ \t]*from[ \t]+[.\w]+[ \t]+import[ \t]+[^#;(]*?(?P<comma>[ \t]*,)[ \t]*(?:#|$)")
_MORE_NAMES = lazy.regex(rf"[ \t]*{_ONE}(?:[ \t]*,[ \t]*{_ONE})*[ \t]*,?[ \t]*(?:#|$)")


def order(request: Request) -> Mend | None:
    """The recipe `import-order`."""
    source, line = request.place.source, request.place.line
    found = _TURNED.match(source.line(line)) if source is not None and line is not None else None
    if source is None or line is None or found is None:
        return None
    begin = source.offset(line, 0)
    text = f"from {found['module']} import {found['names']}"
    return proven(source, [TextEdit(begin + found.start("turned"), begin + found.end("turned"), text)])


def comma(request: Request) -> Mend | None:
    """The recipe `import-comma`."""
    source, line = request.place.source, request.place.line
    found = _LEFT_OVER.match(source.line(line)) if source is not None and line is not None else None
    if source is None or line is None or found is None:
        return None
    if line < source.line_count and _MORE_NAMES.match(source.line(line + 1)):
        return None
    begin = source.offset(line, 0)
    return proven(source, [TextEdit(begin + found.start("comma"), begin + found.end("comma"), "")])


RECIPES = (
    Recipe("import-order", "Puts the module before the names of an import.", order, needs_statement=False),
    Recipe(
        "import-comma", "Takes away the comma that is left over behind an import's names.", comma, needs_statement=False
    ),
)
