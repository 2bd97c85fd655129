"""Fixtures that lack their decorator, and names of parametrize that fit no parameter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context

from .conftest import Apply, Keeps

_MISSING = (
    "fixture 'basket' not found\navailable fixtures: items, tmp_path, monkeypatch\nuse 'pytest --fixtures [testpath]'"
)
_NAME = "In test_x.py::test_it: function uses no argument 'wanted'"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("import pytest\ndef basket(tmp_path):\n    return []  # é\n«def test_it(basket): ...\n",
         "import pytest\n@pytest.fixture\ndef basket(tmp_path):\n    return []  # é\ndef test_it(basket): ...\n"),
        ("from pytest import fixture\nasync def basket():\n    yield 1\n«def test_it(basket): ...\n",
         "from pytest import fixture\n@fixture\nasync def basket():\n    yield 1\ndef test_it(basket): ...\n"),
        ("import pytest\nclass TestA:\n\tdef basket(self, items):\n\t\treturn 1\n\t«def test_it(self, basket): ...\n",
         "import pytest\nclass TestA:\n\t@pytest.fixture\n\tdef basket(self, items):\n\t\treturn 1\n"
         "\tdef test_it(self, basket): ...\n"),
    ],
)  # fmt: skip
def test_the_function_becomes_a_fixture(keeps: Keeps, code: str, after: str) -> None:
    keeps("add-fixture", "", _MISSING, code, after)


@pytest.mark.parametrize(
    "code",
    [
        "def basket():\n    return 1\nx = basket()\n«def test_it(basket): ...\n",
        "def basket(count):\n    return 1\n«def test_it(basket): ...\n",
        "def basket():\n    print(1)\n«def test_it(basket): ...\n",
        "@other\ndef basket():\n    return 1\n«def test_it(basket): ...\n",
        "class Helper:\n    def basket(self):\n        return 1\n«def test_it(basket): ...\n",
        "def f():\n    def basket():\n        return 1\n«def test_it(basket): ...\n",
        "«def test_it(basket): ...\n",
    ],
)
def test_other_functions_are_no_fixtures(keeps: Keeps, code: str) -> None:
    """One that is called, asks for what is no fixture, gives nothing, is decorated, or belongs to something else."""
    keeps("add-fixture", "", _MISSING, code, None)


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("@p.mark.parametrize('a, wanted', x)  # é\n«def test_it(a, b):\n    a == b\n",
         "@p.mark.parametrize('a, b', x)  # é\ndef test_it(a, b):\n    a == b\n"),
        ("@p.mark.parametrize(('a', \"wanted\"), x)\n«def test_it(a, b, tmp_path):\n    a == b\n",
         "@p.mark.parametrize(('a', \"b\"), x)\ndef test_it(a, b, tmp_path):\n    a == b\n"),
        ("@p.mark.parametrize('a, wanted', x)\n«def test_it(a, wantd):\n    a == wanted\n",
         "@p.mark.parametrize('a, wanted', x)\ndef test_it(a, wanted):\n    a == wanted\n"),
        ("class TestA:\n    @p.mark.parametrize('a, wanted', x)\n    «def test_it(self, a):\n        a == wanted\n",
         "class TestA:\n    @p.mark.parametrize('a, wanted', x)\n    def test_it(self, a, wanted):\n"
         "        a == wanted\n"),
        ("@p.mark.parametrize('a, wanted', x)\n«def test_it(a):\n    a\n", None),
        ("@p.mark.parametrize('a, wanted', x)\n«def test_it(a, b, c):\n    a == b + c\n", None),
        ("@p.mark.parametrize('a, wanted', x)\n«def test_it(a, b):\n    a == b + wanted\n", None),
        ("@p.mark.parametrize(NAMES, x)\n«def test_it(a, b):\n    a == b\n", None),
    ],
)  # fmt: skip
def test_parametrize_and_the_test_get_one_name(keeps: Keeps, code: str, after: str | None) -> None:
    keeps("parametrize-name", "", _NAME, code, after)


def test_a_conftest_file_is_looked_at(mend: Apply, tmp_path: Path) -> None:
    """Only one of the workspace: the place's file is `/project/app.py`, and there is none."""
    context = Context(origin="here", system="linux", roots=(str(tmp_path),))
    assert mend("add-fixture", "«def test_it(basket): ...\n", None, _MISSING, context=context) is None
