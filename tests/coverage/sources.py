"""Which sources of the entries lead to no page, or to no anchor of their page.

    python tests/coverage/sources.py python=/usr/share/doc/python3.14/html uv=/tmp/uv/docs mypy=/tmp/mypy/docs/source

Nothing is fetched: each argument names a site of `SITES` and a folder that holds its pages, either built (a
distribution's package of documentation) or as source (a checkout's folder of Markdown or reStructuredText). A page of
HTML has an anchor where an element has that id; a source has the headings, labels and directives that the page is built
of, so an anchor that a generator makes of docstrings is reported although the page has it. Sites without a folder are
counted, not looked at. Whether a page speaks of the error is for a reader to say.
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
SITES = {
    "python": "docs.python.org/3/",
    "django": "docs.djangoproject.com/en/stable/",
    "pandas": "pandas.pydata.org/docs/",
    "numpy": "numpy.org/doc/stable/",
    "matplotlib": "matplotlib.org/stable/",
    "scipy": "docs.scipy.org/doc/scipy/",
    "sklearn": "scikit-learn.org/stable/",
    "sqlalchemy": "docs.sqlalchemy.org/en/20/",
    "requests": "requests.readthedocs.io/en/latest/",
    "flask": "flask.palletsprojects.com/en/stable/",
    "jinja": "jinja.palletsprojects.com/en/stable/",
    "pytest": "docs.pytest.org/en/stable/",
    "mypy": "mypy.readthedocs.io/en/stable/",
    "pydantic": "docs.pydantic.dev/latest/",
    "fastapi": "fastapi.tiangolo.com/",
    "httpx": "www.python-httpx.org/",
    "pillow": "pillow.readthedocs.io/en/stable/",
    "setuptools": "setuptools.pypa.io/en/latest/",
    "pip": "pip.pypa.io/en/stable/",
    "uv": "docs.astral.sh/uv/",
    "poetry": "python-poetry.org/docs/",
    "packaging": "packaging.python.org/en/latest/",
    "peps": "peps.python.org/",
    "git": "git-scm.com/docs/",
    "postgresql": "www.postgresql.org/docs/current/",
    "sqlite": "www.sqlite.org/",
    "zsh": "zsh.sourceforge.io/Doc/Release/",
    "nodejs": "nodejs.org/api/",
}
"""The sites by the name that an argument gives them, and how their addresses begin."""
FORWARDED = {
    f"docs.python.org/3/library/{page}.html": f"docs.python.org/3/builtins/{page}.html"
    for page in ("constants", "exceptions", "functions", "stdtypes")
}
"""Pages that moved and whose old address leads on to the new one."""
ENDINGS = ("", ".html", "/index.html", ".md", ".rst", "/index.md", "/index.rst")
_DIRECTIVE = re.compile(r"^\s*\.\. [\w:-]+:: ([^\s(]+)", re.MULTILINE)
_HEADING = re.compile(r"^#+\s*(.+?)\s*#*$|^(\S.*)\n[=\-~^\"'+*#`:.]{3,}\s*$", re.MULTILINE)
_ID = re.compile(
    r"\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)|\{\s*#([\w.-]+)|^\(([\w.-]+)\)=", re.IGNORECASE | re.MULTILINE
)
_LABEL = re.compile(r"^\s*\.\. _`?([^:`]+)`?:", re.MULTILINE)


def urls() -> Iterator[tuple[str, str]]:
    """Every source of the entries and tables: its address and the file that names it."""
    for path in sorted(KNOWLEDGE.rglob("*.yaml")):
        entry = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for source in (entry.get("sources") or ()) if isinstance(entry, dict) else ():
            yield source["url"], path.relative_to(KNOWLEDGE).as_posix()


def slug(text: str) -> str:
    """A heading as an anchor."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"\[([^\]]*)\]\([^)]*\)|\{.*?\}", r"\1", text).lower()).strip("-")


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page, or of the source of one."""
    text = page.read_text(encoding="utf-8", errors="replace")
    found = {html.unescape(next(filter(None, match))) for match in _ID.findall(text)}
    if page.suffix != ".html":
        found.update(slug(next(filter(None, match))) for match in _HEADING.findall(text))
        found.update(name for label in _LABEL.findall(text) for name in (label, slug(label)))
        found.update(_DIRECTIVE.findall(text))
    return frozenset(found)


def fault(page: str, anchor: str, folder: Path) -> str | None:
    """What is wrong with a page's address below its site."""
    for ending in ENDINGS:
        path = folder / f"{page.removesuffix('.html') if ending.endswith(('md', 'rst')) else page}{ending}"
        if path.is_file():
            return None if not anchor or anchor in anchors(path) else "no anchor"
    return "no page"


def report(folders: Mapping[str, Path]) -> int:
    """Prints the faults, then how many sources of which site were not looked at; their number is returned."""
    faults, skipped = 0, Counter[str]()
    for url, file in urls():
        parts = urlsplit(url)
        address = FORWARDED.get(parts.netloc + parts.path, parts.netloc + parts.path)
        site = next((name for name in folders if address.startswith(SITES[name])), None)
        if site is None:
            skipped[parts.netloc] += 1
            continue
        page = address.removeprefix(SITES[site]).strip("/") or "index"
        if wrong := fault(page, unquote(parts.fragment), folders[site]):
            faults += 1
            print(f"{wrong}: {url} ({file})")
    print(f"{faults} faults; not looked at: {', '.join(f'{site} {count}' for site, count in skipped.most_common())}")
    return faults


if __name__ == "__main__":
    sys.exit(bool(report({name: Path(folder) for name, _, folder in (word.partition("=") for word in sys.argv[1:])})))
