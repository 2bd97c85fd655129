"""`time-format`: mend a format of `strptime` that the text it is to read contradicts.

Tried are: the other directive of the same thing (`%y` and `%Y`, `%b`, `%B` and `%m`, `%I` and `%H`, `%D` for `%d`), the
text's own separators, day and month changed round where a month above 12 says so, what the text has at its end (`Z` and
offsets by `%z`, fractions, a time) or does not have, and `YYYY-MM-DD` of other languages. The fewest changes win;
where two read the text, there is no mend.

Sure where the file, or the data that it names, show every text that is read there, and all of them are read then. The
format has to be a literal that is used once.

Source: https://docs.python.org/3/library/datetime.html#strftime-and-strptime-format-codes
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import datetime

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.outside import data_texts
from tracemend.source.module import Module
from tracemend.source.reach import reach

_MISMATCH = re.compile(r"time data ['\"](?P<value>.{1,80})['\"] does not match format")
_OTHERS = ("unconverted data remains", "is a bad directive in format", "stray %")
_OTHER = {
    "%y": ("%Y",), "%Y": ("%y",), "%m": ("%b", "%B", "%M"), "%b": ("%B", "%m"), "%B": ("%b", "%m"), "%M": ("%m",),
    "%H": ("%I",), "%I": ("%H",), "%D": ("%d",), "%d": ("%j",), "%a": ("%A",), "%A": ("%a",), "%h": ("%H",),
    "%s": ("%S",), "%S": ("%f",), "%Z": ("%z",), "%N": ("%f",), "%F": ("%Y-%m-%d",), "%T": ("%H:%M:%S",),
}  # fmt: skip
_ENDS = (
    "%z",
    ".%f",
    ":%S",
    " %p",
    "%p",
    ".%f%z",
    " %H:%M",
    " %H:%M:%S",
    "T%H:%M:%S",
    "T%H:%M",
    "T%H:%M:%S%z",
    " %z",
    ":%S%z",
)
_WORDS = {
    "YYYY": "%Y", "yyyy": "%Y", "DD": "%d", "dd": "%d", "HH": "%H", "hh": "%H", "ss": "%S", "SS": "%S", "mm": "%M",
    "MM": "%m", "YY": "%y",
}  # fmt: skip
"""Ways of other languages; two M behind the hours are minutes."""
_TOKEN = re.compile(r"%.|[^%]+", re.DOTALL)
_MOST = 4000
_MOST_TEXT = 200_000
"""Characters of a data file that are looked at."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    mismatch = _MISMATCH.match(message)
    if at is None or not (mismatch or any(one in message for one in _OTHERS)):
        return None
    calls = [one for one in at.parts(ast.Call) if called(one) == "strptime" and len(one.args) == 2]
    if len(calls) != 1:
        return None
    sources = reach(at.file, calls[0].args[1]) or []
    node = sources[0] if len(sources) == 1 else None
    old = text_of(node)
    if node is None or old is None or len(old) > 60 or _is_shared(at.file, calls[0].args[1], node):
        return None
    texts = [text_of(one) for one in reach(at.file, calls[0].args[0]) or ()]
    known = [one for one in texts if one is not None]
    sure = bool(known) and len(known) == len(texts)
    values = known if sure else [mismatch["value"]] if mismatch else []
    if mismatch and not sure and (listed := _in_data(at.file, mismatch["value"], old, request)):
        values, sure = listed, True
    new = _format(old, values) if values and all(len(one) <= 80 for one in values) else None
    start, end = at.file.span(node)
    written = at.file.source.text[start:end]
    if new is None or old not in written or written.count(old) != 1:
        return None
    begin = start + written.index(old)
    return Mend((TextEdit(begin, begin + len(old), new),), sure=sure)


def _in_data(file: Module, value: str, form: str, request: Request) -> list[str]:
    """The times of the same shape in the data that the file names, the failing one first; none where it is not in
    them."""
    if not value[:1].isdigit() or re.search(r"[A-Za-z]{3}", value):
        return []
    digits = re.sub(r"\d+", lambda run: rf"\d{{1,{len(run[0])}}}", re.escape(value))
    shape = re.sub(r"(?:\\? )+", lambda _: r"\s+", digits)
    pattern = re.compile(rf"(?<!\d){shape}(?!\d)")
    for text in data_texts(file, request):
        found = [" ".join(one.split()) for one in pattern.findall(text[:_MOST_TEXT])]
        if value in found:
            return [value, *dict.fromkeys(one for one in found[:_MOST] if one != value)]
    return []


def _is_shared(file: Module, given: ast.expr, node: ast.expr) -> bool:
    """Whether the format has a name that is used in more than this place."""
    if given is node:
        return False
    if not isinstance(given, ast.Name):
        return True
    scope = file.scope_of(given.id, given)
    return scope is None or len(file.uses(given.id, scope)) != 1


def _format(old: str, values: list[str]) -> str | None:
    """The format that reads all values after the fewest changes; None where two do, or none."""
    if all(_reads(value, old) for value in values):
        return None
    seen, level = {old}, [old]
    for _ in range(3):
        level = list(dict.fromkeys(new for one in level for new in _changed(one, values[0]) if new not in seen))
        seen.update(level)
        if len(seen) > _MOST:
            return None
        reading = [one for one in level if _makes_sense(one) and all(_reads(value, one) for value in values)]
        if reading:
            return reading[0] if len(reading) == 1 else None
    return None


def _reads(value: str, form: str) -> bool:
    directives = re.findall(r"%.", form)
    if len(set(directives)) != len(directives):
        return False
    try:
        datetime.strptime(value, form)
    except (ValueError, re.error, IndexError, KeyError):
        return False
    return True


def _makes_sense(form: str) -> bool:
    """Whether minutes follow hours and the like: `%M` reads the digits of a month too, `%H` those before PM."""
    has = set(re.findall(r"%.", form))
    month = bool(has & {"%m", "%b", "%B"})
    if "%M" in has and not has & {"%H", "%I"}:
        return False
    if ("%S" in has and "%M" not in has) or ("%f" in has and "%S" not in has) or ("%p" in has) != ("%I" in has):
        return False
    if re.search(r"%[Yy].*%d.*%[mbB]", form):
        return False  # nobody writes the day between year and month: the text is wrong
    return not ("%d" in has and not month) and not ("%j" in has and (month or "%d" in has))


def _changed(form: str, value: str) -> Iterator[str]:
    """The format after one change."""
    parts = _TOKEN.findall(form)
    for index, part in enumerate(parts):
        for other in _OTHER.get(part, ()):
            yield "".join([*parts[:index], other, *parts[index + 1 :]])
    if "%d" in parts and "%m" in parts:
        yield "".join({"%d": "%m", "%m": "%d"}.get(part, part) for part in parts)
    for end in _ENDS:
        yield form + end
        if form.endswith(end):
            yield form[: -len(end)]
    if form.endswith("Z"):
        yield form[:-1] + "%z"
    if "%" not in form:
        yield _of_words(form)
    own = re.findall(r"[^\w%]+|(?<=\d)T(?=\d)", value)
    separators = [index for index, part in enumerate(parts) if not part.startswith("%")]
    if len(own) == len(separators):
        again = list(parts)
        for index, mark in zip(separators, own, strict=True):
            again[index] = mark
        yield "".join(again)


def _of_words(form: str) -> str:
    """`YYYY-MM-DD HH:mm` as directives: `MM` behind the hours are minutes."""
    for word, directive in _WORDS.items():
        if word == "MM" and "%M" not in form and "%H" in form and form.rfind("MM") > form.find("%H"):
            at = form.rfind("MM")
            form = form[:at] + "%M" + form[at + 2 :]
        form = form.replace(word, directive)
    return form


RECIPES = (
    Recipe(
        "time-format",
        "Lets a format of strptime fit the text that it reads.",
        apply,
        unsure="The code does not show every text that is read here.",
    ),
)
