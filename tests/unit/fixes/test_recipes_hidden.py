"""Characters that nobody sees: in keys, paths and numbers, and in the fields of f-strings."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context

from .broken_texts import AFTER, BEFORE
from .conftest import Apply, Outcome


def _around(mend: Apply, source: str, exception: str, message: str) -> tuple[str, bool] | None:
    """The part after the mend; what stands around it and other line ends must stay as they are."""
    first = mend("visible-text", source, exception=exception, message=message)
    for newline in ("\n", "\r\n"):
        whole = (BEFORE + source + AFTER).replace("\n", newline)
        mended = mend("visible-text", whole, exception=exception, message=message)
        assert (mended is None) == (first is None)
        if mended is not None and first is not None:
            assert mended.text == (BEFORE + first.text + AFTER).replace("\n", newline)
    return None if first is None else (first.text, first.mend.sure)


@pytest.mark.parametrize(
    ("before", "exception", "message", "after"),
    [
        ("d = {'a\u200b': 1}\n«d['a']\n", "KeyError", "'a'", "d = {'a': 1}\nd['a']\n"),
        ("d = {'a b': 1}\n«d['a\u00a0b']\n", "KeyError", "'a\\xa0b'", "d = {'a b': 1}\nd['a b']\n"),
        ("«d['\ufeffé']\n", "KeyError", "'\ufeffé'", "d['é']\n"),
        ("«d[r'a\\b\u2060']\n", "KeyError", "'a\\\\b\\u2060'", "d[r'a\\b']\n"),
        ("«int('\u200e42')\n", "ValueError", "invalid literal for int() with base 10: '\\u200e42'", "int('42')\n"),
    ],
)
def test_a_hidden_character_goes(mend: Apply, before: str, exception: str, message: str, after: str) -> None:
    assert _around(mend, before, exception, message) == (after, True)


def test_a_path_is_sure_where_it_exists(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    context = Context(origin="here", system="linux", folder=str(tmp_path))
    for name, sure in (("a.txt", True), ("b.txt", False)):
        message = f"No such file or directory: '\\u202a{name}'"
        assert outcome("visible-text", f"«open('\u202a{name}')\n", "FileNotFoundError", message, context=context) == (
            f"open('{name}')\n",
            sure,
        )


@pytest.mark.parametrize(
    ("source", "exception", "message"),
    [
        ("«d['a']\n", "KeyError", "'a'"),
        ("x = 'b\u200b'\n«d['a']\n", "KeyError", "'a'"),
        ("«d['\u0645\u06cc\u200c\u062e']\n", "KeyError", "'\u0645\u06cc\\u200c\u062e'"),
        ("«d['\U0001f468\u200d\U0001f469']\n", "KeyError", "'\U0001f468\u200d\U0001f469'"),
        ("«float('1\u00a0000')\n", "ValueError", "could not convert string to float: '1\\xa0000'"),
        ("«d[f'a\u200b']\n", "KeyError", "'a\\u200b'"),
    ],
)
def test_a_character_stays_where_it_belongs(mend: Apply, source: str, exception: str, message: str) -> None:
    assert _around(mend, source, exception, message) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«x = f'{a\u200b} é\u200b'\n", "x = f'{a} é\u200b'\n"),
        ("«x = f'{\u00a0a:\u00a0>3}'\n", "x = f'{ a:\u00a0>3}'\n"),
        ('«x = f"""{a\u2060}\n{b}"""\n', 'x = f"""{a}\n{b}"""\n'),
        ("«x = f'{a \u2264 b}'\n", "x = f'{a <= b}'\n"),
        ("«\ufeffx = 1\n", "x = 1\n"),
    ],
)
def test_fields_of_f_strings_are_code(outcome: Outcome, before: str, after: str) -> None:
    message = "invalid non-printable character U+FEFF"
    assert outcome("plain-characters", before, exception="SyntaxError", message=message) == (after, True)
