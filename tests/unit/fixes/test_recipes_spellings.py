"""Patterns, modes, versions and encryption as others write them."""

from __future__ import annotations

import pytest

from .conftest import Keeps

GROUP = "unknown extension ?<y at position 1"
MODES = "must have exactly one of create/read/write/append mode"
PACKAGE = "No module named 'pkg_resources'"
LOGIN = "SMTP AUTH extension not supported by server."


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("group-sign", GROUP, r're.search(r"(?<y>\d)(?<m>a)", t)', r're.search(r"(?P<y>\d)(?P<m>a)", t)'),
        ("group-sign", GROUP, r"re.compile(r'(?<y>.)\k<y>(?<!a)(?<=b)')", r"re.compile(r'(?P<y>.)(?P=y)(?<!a)(?<=b)')"),
        ("group-sign", GROUP, 'P = "(?<y>é)"\n«re.match(P, t)', 'P = "(?P<y>é)"\nre.match(P, t)'),
        ("both-ways", MODES, '«with open(p, "rw") as f:»\n    f.read()', 'with open(p, "r") as f:\n    f.read()'),
        (
            "both-ways",
            MODES,
            '«f = open(p, mode="rwb")»\nf.read()\nf.write(b"")',
            'f = open(p, mode="rb+")\nf.read()\nf.write(b"")',
        ),
        (
            "both-ways",
            MODES,
            "«with p.open('rw') as f:»\n    x = [a for a in f]",
            "with p.open('r') as f:\n    x = [a for a in f]",
        ),
        (
            "metadata-version",
            PACKAGE,
            'import pkg_resources  # v\n\nv = pkg_resources.get_distribution("a").version',
            'import importlib.metadata  # v\n\nv = importlib.metadata.version("a")',
        ),
        (
            "metadata-version",
            PACKAGE,
            "from pkg_resources import get_distribution\nv = get_distribution(n).version",
            "from importlib.metadata import version\nv = version(n)",
        ),
        (
            "tls-first",
            LOGIN,
            "s = connect()\n«s.login(a, b)\ns.starttls()  # now\n",
            "s = connect()\ns.starttls()  # now\ns.login(a, b)\n",
        ),
        (
            "tls-first",
            LOGIN,
            "with SMTP(h, 587) as s:\n    «s.login(a, b)\n",
            "with SMTP(h, 587) as s:\n    s.starttls()\n    s.login(a, b)\n",
        ),
    ],
)
def test_it_is_written_as_python_does(keeps: Keeps, recipe: str, message: str, before: str, after: str) -> None:
    keeps(recipe, "ValueError", message, before, after)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        (
            "both-ways",
            MODES,
            '«with open(p, "rw") as f:»\n    f.write("")',
            'with open(p, "r+") as f:\n    f.write("")',
        ),
        ("both-ways", MODES, 'f = open(p, "wr")\nuse(f)', 'f = open(p, "r+")\nuse(f)'),
        ("both-ways", MODES, 'use(open(p, "rw"))', 'use(open(p, "r+"))'),
        ("tls-first", LOGIN, "s = SMTP(h, 25)\n«s.login(a, b)\n", "s = SMTP(h, 25)\ns.starttls()\ns.login(a, b)\n"),
    ],
)
def test_what_may_be_meant_otherwise_is_not_sure(
    keeps: Keeps, recipe: str, message: str, before: str, after: str
) -> None:
    keeps(recipe, "ValueError", message, before, after, sure=False)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("group-sign", GROUP, "re.search(pattern, t)"),
        ("group-sign", GROUP, r're.search(r"(?P<y>\d)", t)'),
        ("both-ways", MODES, 'open(p, "rx")'),
        ("both-ways", MODES, "open(p, mode)"),
        ("metadata-version", PACKAGE, "import pkg_resources\npkg_resources.iter_entry_points('a')"),
        ("metadata-version", PACKAGE, "import pkg_resources\nd = pkg_resources.get_distribution('a')"),
        ("metadata-version", PACKAGE, "import pkg_resources"),
        ("tls-first", LOGIN, "x = s.login(a, b)"),
        ("tls-first", LOGIN, "s.starttls()\n«s.login(a, b)"),
        ("tls-first", LOGIN, "«s.login(a, b)\nif x:\n    s.starttls()"),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "ValueError", message, before, None)
