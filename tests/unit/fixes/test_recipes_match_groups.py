"""Groups of a pattern, and texts that are put in the place of a match."""

from __future__ import annotations

import pytest

from .conftest import Apply, Keeps, Makes

_NONE = "no such group"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('m = re.match("(?P<year>.)", t)\n«m["yaer"]»  # é\n',
         'm = re.match("(?P<year>.)", t)\nm["year"]  # é\n', True),
        ('P = re.compile("(?P<to>a)(?P<url>b)")\n«P.match(t).group("ulr", 1)»\n',
         'P = re.compile("(?P<to>a)(?P<url>b)")\nP.match(t).group("url", 1)\n', True),
        ('m = re.match("(?P<left>a)(?P<lift>.)", t)\n«m.end("lft")»\n',
         'm = re.match("(?P<left>a)(?P<lift>.)", t)\nm.end("left")\n', False),
        ('def f(t):\n    return re.match("(?P<year>.)", t)\n«f(1)["yaer"]»\n',
         'def f(t):\n    return re.match("(?P<year>.)", t)\nf(1)["year"]\n', True),
        ('m = re.match(r"\\d+", t)\n«m.group(1)»\n', 'm = re.match(r"\\d+", t)\nm.group(0)\n', True),
        ('m = re.match(r"[a-z]{2,3}", t)\n«m[1]»\n', 'm = re.match(r"[a-z]{2,3}", t)\nm[0]\n', True),
        ('m = re.match(r"id \\d+", t)\n«m[1]»\n', 'm = re.match(r"id \\d+", t)\nm[0]\n', False),
        ('m = re.match(r"\\d+", t)\n«m[2]»\n', None, True),
        ('m = re.match(r"(\\d)", t)\n«m[2]»\n', None, True),
        ('m = re.match(p, t)\n«m[1]»\n', None, True),
        ('m = re.match("(?P<year>.)", t)\n«m["day"]»\n', None, True),
        ('m = re.match("(?P<year>.)", t)\n«m["year"]»\n', None, True),
        ('«x = [1][2]»\n', None, True),
    ],
)  # fmt: skip
def test_group_name(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    keeps("group-name", "IndexError", _NONE, before, after, sure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('«re.sub("(?P<name>.)", r"\\g<nmae>", t)»\n', 're.sub("(?P<name>.)", r"\\g<name>", t)\n'),
        ('P = re.compile("(?P<name>.)")\n«P.sub(r"\\g<nmae>", t)»\n',
         'P = re.compile("(?P<name>.)")\nP.sub(r"\\g<name>", t)\n'),
        ('«re.sub("(?P<day>.)", r"\\g<nmae>", t)»\n', None),
        ('«re.sub(p, r"\\g<nmae>", t)»\n', None),
    ],
)  # fmt: skip
def test_group_of_a_template(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("group-name", "IndexError", "unknown group name 'nmae'", before, after)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ('«re.sub("a", home, t)»  # é\n', 're.sub("a", lambda _: home, t)  # é\n', True),
        ('«re.sub("a", repl=str(home), string=t)»\n', 're.sub("a", repl=lambda _: str(home), string=t)\n', True),
        ('«p.sub(home, t)»\n', 'p.sub(lambda _: home, t)\n', True),
        ('«re.sub("a", r"C:\\Users", t)»\n', 're.sub("a", r"C:\\\\Users", t)\n', True),
        ('«re.sub("a", "C:\\\\Users", t)»\n', 're.sub("a", "C:\\\\\\\\Users", t)\n', True),
        ('«re.sub("(a)", r"\\1\\q", t)»\n', 're.sub("(a)", r"\\1\\\\q", t)\n', False),
        ('x = r"\\1\\q"\n«re.sub("(a)", x, t)»\n', None, True),
        ('«re.sub(p, home, t)»\n', None, True),
        ('«re.sub("a", lambda m: home, t)»\n', None, True),
        ('«re.sub("a", f"{home}\\\\x", t)»\n', None, True),
        ('«re.search(home, t)»\n', None, True),
    ],
)  # fmt: skip
def test_plain_replacement(keeps: Keeps, before: str, after: str | None, sure: bool) -> None:
    for exception in ("re.error", "re.PatternError"):
        keeps("plain-replacement", exception, "bad escape \\U at position 2", before, after, sure)
    keeps("plain-replacement", "ValueError", "", before, None)


def test_a_path_is_looked_for(mend: Apply) -> None:
    source = 'home = r"C:\\Users\\a"\n«re.findall(home, t)»\n'
    made = mend("escape-text", source, "re.error", "incomplete escape \\U at position 2")
    assert made is not None
    assert made.text.endswith("re.findall(re.escape(home), t)\n")
    assert made.mend.sure


def test_around(keeps_around: Makes) -> None:
    bad = "bad escape \\U at position 2"
    keeps_around(
        "plain-replacement", bad, 'u = «re.sub("a", home, v)»', 'u = re.sub("a", lambda _: home, v)', "re.error"
    )
    code = 'u = re.match("(?P<year>.)", v); «u["yaer"]»'
    keeps_around(
        "group-name", _NONE, code, code.replace("yaer", "year").replace("«", "").replace("»", ""), "IndexError"
    )
