"""Groups of a pattern, and what is put in the place of a match: `group-name`, `plain-replacement`.

- `group-name` puts the name that the pattern has in a misspelt one's place: `match["year"]`, `match.group("year")`,
  `\\g<year>` in a replacement. `0` for `1` where the pattern has no group at all; sure where it is made of classes
  alone, so that all of what matches is meant.
- `plain-replacement` hands over a text with backslashes as it stands: `lambda _: folder` for a value, each backslash
  doubled in a literal. Not sure where a literal refers to groups as well. Does not apply where the file shows that the
  value refers to groups, nor where the pattern is at fault.

Sources: https://docs.python.org/3/library/re.html#re.sub, https://docs.python.org/3/library/re.html#re.Match.group
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.similar import closest, is_as_near, slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, stands, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.matching import compiled, matching_of
from tracemend.fixes.toolkit.nones import origins
from tracemend.source.module import Module
from tracemend.source.reach import reach, results

_ASKED = frozenset(("group", "start", "end", "span"))
_UNKNOWN = lazy.regex(r"unknown group name '(\w+)'")
_CLASSES = lazy.regex(r"(?:\\[dwsDWSbB]|\[(?:\\.|[^]\\])+\]|\{[\d,]+\}|[+*?^$.,:;/ -])+")
_PLAIN = lazy.regex(r"([rR]?)(['\"])([^'\"\n]*)\2")
_REFERS = lazy.regex(r"\\(?:\d|g<)")
_BAD = lazy.regex(r"\\(?![\dabfnrtvg])[A-Za-z]|\\\Z")
_FILLED = lazy.regex(r"template|_compile_repl|expand")


def group_name(request: Request) -> Mend | None:
    """The name or number that the pattern has."""
    at = failing(request)
    if at is None:
        return None
    unknown = _UNKNOWN.search(request.report.first_line)
    if unknown is not None:
        return _in_template(at, unknown[1])
    found = [mend for part in at.parts(ast.expr) if (mend := _asked(at.file, part)) is not None]
    return found[0] if len(found) == 1 else None


def _asked(file: Module, node: ast.expr) -> Mend | None:
    """The mend of one place that asks a match for a group that its pattern has not."""
    if isinstance(node, ast.Subscript):
        held, keys = node.value, [node.slice]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKED:
        held, keys = node.func.value, node.args
    else:
        return None
    made = origins(file, held)
    made = (results(file, made[0]) or made) if len(made) == 1 else made  # through a function of the file
    patterns = [one.pattern for origin in made if (one := matching_of(file, origin)) is not None]
    if len(patterns) != 1:
        return None
    pattern = patterns[0]
    wrong = [key for key in keys if isinstance(key, ast.Constant) and not _has(pattern, key.value)]
    if len(wrong) != 1:
        return None
    name = text_of(wrong[0])
    if name is not None:
        return _renamed(file, wrong[0], name, pattern)
    if pattern.groups or not isinstance(wrong[0], ast.Constant) or wrong[0].value != 1:
        return None
    return Mend((TextEdit(*file.span(wrong[0]), "0"),), sure=_CLASSES.fullmatch(pattern.pattern) is not None)


def _has(pattern: re.Pattern[str], key: object) -> bool:
    if isinstance(key, str):
        return key in pattern.groupindex
    return not isinstance(key, int) or 0 <= key <= pattern.groups


def _renamed(file: Module, node: ast.expr, wrong: str, pattern: re.Pattern[str]) -> Mend | None:
    """The nearest name in the literal that `node` is, or in the reference in it."""
    names = list(pattern.groupindex)
    right = closest(wrong, names) or slip_of(wrong, names)
    start, end = file.span(node)
    written = file.source.text[start:end]
    if right is None or written.count(wrong) != 1 or not stands(file.statement(node), node):
        return None
    at = start + written.index(wrong)
    sure = not any(is_as_near(wrong, right, other) for other in names)
    return Mend((TextEdit(at, at + len(wrong), right),), sure=sure)


def _template(file: Module, call: ast.Call) -> tuple[re.Pattern[str] | None, ast.expr, bool] | None:
    """The pattern of a call of `sub` (None where the file does not show it), what it puts in, and whether it is known
    that the pattern is well."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("sub", "subn"):
        return None
    plain = dotted(call.func.value) in ("re", "regex")
    at = 1 if plain else 0
    given = next(
        (key.value for key in call.keywords if key.arg == "repl"), call.args[at] if len(call.args) > at else None
    )
    if given is None:
        return None
    if plain:
        pattern = compiled(call) if call.args else None
        return pattern, given, pattern is not None
    made = [one for one in origins(file, call.func.value) if isinstance(one, ast.Call) and called(one) == "compile"]
    return (compiled(made[0]) if len(made) == 1 else None), given, True


def _in_template(at: Failing, wrong: str) -> Mend | None:
    for call in at.parts(ast.Call):
        found = _template(at.file, call)
        if found is not None and found[0] is not None and f"\\g<{wrong}>" in (text_of(found[1]) or ""):
            return _renamed(at.file, found[1], wrong, found[0])
    return None


def plain_replacement(request: Request) -> Mend | None:
    """`lambda _: text`, or the backslashes of a literal doubled."""
    at = failing(request)
    if at is None or (request.report.exception or "").rpartition(".")[2] not in ("error", "PatternError"):
        return None
    found = [one for call in at.parts(ast.Call) if (one := _template(at.file, call)) is not None]
    if len(found) != 1:
        return None
    _, node, well = found[0]
    if not well and not any(_FILLED.search(frame.name or "") for frame in request.report.frames):
        return None
    literal = text_of(node)
    if literal is not None:
        return _doubled(at.file, node, literal)
    if isinstance(node, ast.Lambda | ast.JoinedStr | ast.BinOp) or not stands(at.file.statement(node), node):
        return None
    shown = [text_of(one) for one in reach(at.file, node) or ()] if isinstance(node, ast.Name) else []
    if any(_REFERS.search(text) for text in shown if text is not None):
        return None
    start = at.file.span(node)[0]
    return Mend((TextEdit(start, start, "lambda _: "),))


def _doubled(file: Module, node: ast.expr, text: str) -> Mend | None:
    """A literal with each backslash of its text doubled."""
    written = _PLAIN.fullmatch(file.text(node))
    if written is None or not _BAD.search(text.replace("\\\\", "")) or not stands(file.statement(node), node):
        return None
    if not written[1] and written[3].replace("\\\\", "").count("\\"):
        return None  # other escapes stand in it
    refers = _REFERS.search(text) is not None
    double = re.sub(r"\\(?!\d|g<)", r"\\\\", written[3]) if refers and written[1] else written[3].replace("\\", "\\\\")
    start = file.span(node)[0] + written.start(3)
    return Mend((TextEdit(start, start + len(written[3]), double),), sure=not refers)


RECIPES = (
    Recipe(
        "group-name",
        "Asks the match for a group that its pattern has.",
        group_name,
        unsure="A group may be missing in the pattern, or another one may be meant.",
    ),
    Recipe(
        "plain-replacement",
        "Puts a text with backslashes in as it stands.",
        plain_replacement,
        unsure="The text refers to groups of the pattern too.",
    ),
)
