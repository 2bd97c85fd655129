"""`time-format`, `iso-format`: mend what reads a time of a text that is written in another way.

- `time-format` mends a format of `strptime` (also of `pandas.to_datetime`) that the text it is to read contradicts.
- `iso-format` reads by `strptime` what `fromisoformat` cannot, since it is written in another way than ISO 8601.

Tried are: the other directive of the same thing (`%y` and `%Y`, `%b`, `%B` and `%m`, `%I` and `%H`, `%D` for `%d`), the
text's own separators, day and month changed round where a month above 12 says so, what the text has at its end (`Z` and
offsets by `%z`, fractions, a time) or does not have, and `YYYY-MM-DD` of other languages. The fewest changes win;
where none reads the text, the formats of the text's own shape are tried. Where two read it (day and month up to 12),
there is no mend.

Sure where the file, or the data that it names, show every text that is read there, and all of them are read then; not
where the data have texts that the format reads as it is. The format has to be a literal that is used once.

Source: https://docs.python.org/3/library/datetime.html#strftime-and-strptime-format-codes
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import datetime

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.outside import data_texts
from tracemend.fixes.toolkit.time_shapes import as_pattern, shapes
from tracemend.source.module import Module
from tracemend.source.reach import reach

_MISMATCH = lazy.regex(r"time data ['\"](?P<value>.{1,80})['\"] (?:does not|doesn't) match format")
_NOT_ISO = lazy.regex(r"Invalid isoformat string: ['\"](?P<value>.{1,80})['\"]")
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
_TOKEN = lazy.regex(r"%.|[^%]+", re.DOTALL)
_MOST = 4000
_MOST_TEXT = 200_000
"""Characters of a data file that are looked at."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    mismatch = _MISMATCH.match(message)
    if at is None or not (mismatch or any(one in message for one in _OTHERS)):
        return None
    calls = [one for one in at.parts(ast.Call) if _form_of(one) is not None]
    if mismatch and not calls:
        return _given_format(at, mismatch["value"], request)
    given = _form_of(calls[0]) if len(calls) == 1 else None
    if given is None or not calls[0].args:
        return None
    sources = reach(at.file, given) or []
    node = sources[0] if len(sources) == 1 else None
    old = text_of(node)
    if node is None or old is None or len(old) > 60 or _is_shared(at.file, given, node):
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


def _given_format(at: Failing, value: str, request: Request) -> Mend | None:
    """`pandas.to_datetime(column, format=...)`: pandas has taken the format of the first text for that of all."""
    calls = [one for one in at.parts(ast.Call) if called(one) == "to_datetime" and len(one.args) == 1]
    if len(calls) != 1 or any(one.arg in ("format", "dayfirst", "yearfirst", None) for one in calls[0].keywords):
        return None
    values = _in_data(at.file, value, None, request)
    form = fitting(values) if values else None
    return Mend((add_keyword(at.file.statement(calls[0]), calls[0], f'format="{form}"'),)) if form else None


def _form_of(call: ast.Call) -> ast.expr | None:
    """The argument that is a call's format of times."""
    if called(call) == "strptime":
        return call.args[1] if len(call.args) == 2 else None
    keyword = keyword_of(call, "format") if called(call) == "to_datetime" else None
    return keyword.value if keyword is not None else None


def _in_data(file: Module, value: str, form: str | None, request: Request) -> list[str]:
    """The times of the same shape in the data that the file names, else in its own texts, the failing one first; none
    where it is not in them, or where the format reads texts of another shape in them."""
    if not value[:1].isalnum():
        return []
    shape = "".join(_alike(part) for part in re.findall(r"\d+|[A-Za-z]+|\s+|[^\dA-Za-z\s]+", value))
    pattern = re.compile(rf"(?<!\w){shape}(?!\w)")
    own = "\n".join(one for part in file.nodes if (one := text_of(part)) is not None)
    for text in (*data_texts(file, request), own):
        text = text[:_MOST_TEXT]
        found = [" ".join(one.split()) for one in pattern.findall(text)]
        if value in found:
            if form is not None and re.search(rf"(?<!\w){as_pattern(form)}(?!\w)", pattern.sub("", text)):
                return []
            return [value, *dict.fromkeys(one for one in found[:_MOST] if one != value)]
    return []


def _alike(part: str) -> str:
    """A pattern of what may stand in another time where this stands: digits, a word, blanks, a sign."""
    if part.isdigit():
        return rf"\d{{1,{len(part)}}}"
    if part.isalpha() and len(part) > 2:
        return "[A-Za-z]{3,9}"
    return r"\s+" if part.isspace() else re.escape(part)


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
    for changes in range(1, 4):
        level = list(dict.fromkeys(new for one in level for new in _changed(one, values[0]) if new not in seen))
        seen.update(level)
        if len(seen) > _MOST:
            break
        reading = [one for one in level if _makes_sense(one) and all(_reads(value, one) for value in values)]
        if reading:
            return reading[0] if len(reading) == 1 and (changes == 1 or _is_only(values)) else None
    return fitting(values)


def _is_only(values: list[str]) -> bool:
    """Whether the texts have one meaning, if they have the shape of a date at all: not 04/05/06."""
    return not shapes(values[0]) or fitting(values) is not None


def fitting(values: list[str]) -> str | None:
    """The one format of the first text's shape that reads all of them; of names in full or in short, the short."""
    reading = [form for form in shapes(values[0]) if all(_reads(value, form) for value in values)]
    alike = {form.replace("%B", "%b").replace("%A", "%a") for form in reading}
    return reading[0] if len(alike) == 1 else None


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


_ISO_PARTS = {"date": "date", "time": "time", "datetime": ""}
"""What `fromisoformat` is asked of, and the method that makes it of a `datetime`."""


def iso_format(request: Request) -> Mend | None:
    """`datetime.strptime(text, "%d.%m.%Y")` for `datetime.fromisoformat(text)`."""
    at, message = failing(request), _NOT_ISO.match(request.report.first_line)
    if at is None or message is None:
        return None
    calls = [one for one in at.parts(ast.Call) if called(one) == "fromisoformat" and len(one.args) == 1]
    owner = calls[0].func.value if len(calls) == 1 and isinstance(calls[0].func, ast.Attribute) else None
    name = dotted(owner) if owner is not None else None
    kind = (name or "").rpartition(".")[2]
    if owner is None or name is None or kind not in _ISO_PARTS or calls[0].keywords:
        return None
    texts = [text_of(one) for one in reach(at.file, calls[0].args[0]) or ()]
    known = [one for one in texts if one is not None]
    sure = bool(known) and len(known) == len(texts)
    values = known if sure else [message["value"]]
    if not sure and (listed := _in_data(at.file, message["value"], _ISO_FORM.get(kind), request)):
        values, sure = listed, True
    form = fitting(values) if all(len(one) <= 80 for one in values) else None
    if form is None or not _fits_kind(form, kind):
        return None
    edits: list[TextEdit] = []
    start, end = at.file.span(owner)
    if kind == "datetime":
        maker = at.file.source.text[start:end]
    elif "." in name:
        maker = name.rpartition(".")[0] + ".datetime"
    else:
        imports = imports_for(at.file.source, at.statement.line_of(at.statement.node), True)
        maker = imports.name("datetime", "datetime")
        edits += imports.edits()
    stop = at.file.span(calls[0].args[0])[1]
    close = at.file.span(calls[0])[1]
    quote = "'" if at.file.source.text.count("'") > at.file.source.text.count('"') else '"'
    part = f".{_ISO_PARTS[kind]}()" if _ISO_PARTS[kind] else ""
    edits += [
        TextEdit(start, at.file.span(calls[0].func)[1], f"{maker}.strptime"),
        TextEdit(stop, stop, f", {quote}{form}{quote}"),
    ]
    return Mend((*edits, TextEdit(close, close, part)) if part else tuple(edits), sure=sure)


_ISO_FORM = {"date": "%Y-%m-%d", "datetime": "%Y-%m-%d"}


def _fits_kind(form: str, kind: str) -> bool:
    """Whether a format reads what is asked for, and no more: a date without its time would lose that."""
    day, hour = "%d" in form, "%H" in form or "%I" in form
    return day if kind == "datetime" else day and not hour if kind == "date" else hour and not day


RECIPES = (
    Recipe(
        "time-format",
        "Lets a format of strptime fit the text that it reads.",
        apply,
        unsure="The code does not show every text that is read here.",
    ),
    Recipe(
        "iso-format",
        "Reads by strptime what is no ISO 8601.",
        iso_format,
        unsure="The code does not show every text that is read here.",
    ),
)
