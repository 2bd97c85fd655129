"""Facts that name what was meant: parameters, columns, modules inside packages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence import limits, registry
from tracemend.evidence.similar import slip_of

from .conftest import look


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is tested, not how long a busy machine takes to read a library's source."""
    monkeypatch.setattr(registry, "limited", lambda: limits.limited(20))


def _ask(tmp_path: Path, fact: str, source: str, value: str, line: int | None = None, **captures: str) -> str | None:
    path = tmp_path / "app.py"
    path.write_text(source, encoding="utf-8")
    line = line or len(source.splitlines())
    printed = source.splitlines()[line - 1].strip()
    found = look(fact, value, folder=tmp_path, source=path, line=line, printed=printed, captures=captures)
    similar = found.values.get("similar")
    assert (similar is not None) == (found.holds is True)
    return str(similar) if similar is not None else None


@pytest.mark.parametrize(
    ("word", "few", "near"),
    [
        ("kye", ["key", "default"], "key"),
        ("spe", ["sep", "end"], "sep"),
        ("timout", ["timeout", "host"], "timeout"),
        ("portt", ["port"], "port"),
        ("hist", ["host", "list"], None),
        ("x", ["key"], None),
        ("kyee", ["key"], None),
        ("key", ["key"], None),
    ],
)
def test_one_slip_of_the_fingers(word: str, few: list[str], near: str | None) -> None:
    assert slip_of(word, few) == near


@pytest.mark.parametrize(
    ("source", "keyword", "function", "near"),
    [
        ("def f(host, *, port=1): ...\nf(1, prot=2)\n", "prot", "f", "port"),
        ("class A:\n    def __init__(self, size): ...\nA(szie=2)\n", "szie", "A.__init__", "size"),
        ("class A:\n    def go(self, size): ...\na = A()\na.go(szie=2)\n", "szie", "A.go", "size"),
        ("class A:\n    def go(self, size): ...\nA().go(szie=2)\n", "szie", "A.go", "size"),
        ("class A:\n    size: int = 0\nclass B(A):\n    pass\nB(szie=2)\n", "szie", "B.__init__", "size"),
        ("import json\njson.dumps(1, ident=2)\n", "ident", "JSONEncoder.__init__", "indent"),
        ("from threading import Thread as T\nT(taget=f)\n", "taget", "Thread.__init__", "target"),
        ("print(1, spe=2)\n", "spe", "print", "sep"),
        ("max([], kye=len)\n", "kye", "max", "key"),
        ("text = 'a'\ntext.split(maxsplt=2)\n", "maxsplt", "split", "maxsplit"),
        ("from helper import go\ngo(szie=2)\n", "szie", "go", "size"),
        ("from pack import go\ngo(szie=2)\n", "szie", "go", "size"),
        # nothing is spelt like it, it is given already, by name or by position, or nobody knows the function
        ("def f(host, port): ...\nf(1, verbose=2)\n", "verbose", "f", None),
        ("def f(host, port): ...\nf(port=1, prot=2)\n", "prot", "f", None),
        ("def f(port, verbose): ...\nf(1, prot=2)\n", "prot", "f", None),
        ("def f(port, /): ...\nf(prot=2)\n", "prot", "f", None),
        ("from nowhere import g\nport = 1\ng(prot=2)\n", "prot", "g", None),
        ("def f(port): ...\nf(prot=f(prot=2))\n", "prot", "f", None),
    ],
)
def test_the_parameter_that_was_meant(
    tmp_path: Path, source: str, keyword: str, function: str, near: str | None
) -> None:
    (tmp_path / "helper.py").write_text("def go(size=1): ...\n", encoding="utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("from .inner import go\n", encoding="utf-8")
    (tmp_path / "pack" / "inner.py").write_text("def go(size=1): ...\n", encoding="utf-8")
    assert _ask(tmp_path, "similar-keyword", source, keyword, function=function) == near


def test_no_module_is_run_for_a_signature(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("open('run', 'w')\ndef go(size=1): ...\n", encoding="utf-8")
    assert _ask(tmp_path, "similar-keyword", "from helper import go\ngo(szie=2)\n", "szie", function="go") == "size"
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("source", "key", "near"),
    [
        ("df = pd.DataFrame({'a b': 1, 'price': 2})\ndf['prise']\n", "'prise'", "price"),
        ("df = pd.DataFrame(r, columns=['price'])\ndf.prices\n", "prices", "price"),
        ("df = pd.DataFrame([{'price': 1}])\nd = df[df.price > 1]\nd.sort_values('prcie')\n", "'prcie'", "price"),
        ("data = {'price': 1}\ndf = pd.DataFrame(data)\ndf['Price']\n", "'Price'", "price"),
        ("df = pd.DataFrame({'a': 1})\ndf['price'] = 2\ndf['prise']\n", "'prise'", "price"),
        ("df = pd.read_csv('t.csv', sep=';')\ndf['name']\n", "'name'", "Name"),
        ("df = pd.read_csv('t.csv')\ndf['name']\n", "'name'", None),
        ("df = pd.read_csv('t.csv', sep=';', header=None)\ndf['name']\n", "'name'", None),
        ("df = pd.DataFrame({'price': 2})\ndf['weight']\n", "'weight'", None),
        ("df = load()\nprice = 1\ndf['prise']\n", "'prise'", None),
    ],
)
def test_the_column_that_was_meant(tmp_path: Path, source: str, key: str, near: str | None) -> None:
    (tmp_path / "t.csv").write_text("Name;Amount\na;1\n", encoding="utf-8")
    assert _ask(tmp_path, "similar-column", source, key) == near


@pytest.mark.parametrize(
    ("source", "module", "near"),
    [
        ("import os.pathh\n", "os.pathh", "os.path"),
        ("import xml.etree.ElmentTree as E\n", "xml.etree.ElmentTree", "xml.etree.ElementTree"),
        ("from concurrent.futres import wait\n", "concurrent.futres", "concurrent.futures"),
        ("from pack.inne import go\n", "pack.inne", "pack.inner"),
        ("import numpyy as np\n", "numpyy", "numpy"),
        ("import flaskr\n", "flaskr", None),
        ("import xml.quite_another\n", "xml.quite_another", None),
        ("import jsonn\njsonn.dumps(1)\n", "jsonn", "json"),
        ("from jsonn import our_own\n", "jsonn", None),
    ],
)
def test_the_module_that_was_meant(tmp_path: Path, source: str, module: str, near: str | None) -> None:
    (tmp_path / "pack").mkdir()
    for name in ("__init__", "inner"):
        (tmp_path / "pack" / f"{name}.py").touch()
    assert _ask(tmp_path, "similar-module", source, module, 1) == near
