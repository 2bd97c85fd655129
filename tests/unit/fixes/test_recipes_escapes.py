r"""Backslashes in texts: paths of Windows, broken and invalid escapes."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_UNICODE = {
    "exception": "SyntaxError",
    "message": r"(unicode error) 'unicodeescape' codec can't decode bytes in position 2-3: truncated \UXXXXXXXX escape",
}
_OPEN = {"exception": "SyntaxError", "message": "unterminated string literal (detected at line 1)"}
_INVALID = {"exception": "SyntaxWarning", "message": r"invalid escape sequence '\d'"}


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (r'p = «"C:\Users\é\new.txt"  # "\U"', r'p = r"C:\Users\é\new.txt"  # "\U"', True),
        (r"p = «'C:\\data\Users'", r"p = 'C:\\data\\Users'", True),
        (r"p = «f'C:\Users\{name}'", r"p = rf'C:\Users\{name}'", True),
        (r"p = «u'..\Users\x.txt'", r"p = r'..\Users\x.txt'", True),
        (r"p = «'\\host\Users\x'", r"p = '\\host\\Users\\x'", True),
        (r'p = [«"C:\Users", "\n", "D:\Users"]', r'p = [r"C:\Users", "\n", r"D:\Users"]', True),
        (r'p = «"""see C:\Users\me or' + "\n" + r'\t"""', r'p = """see C:\\Users\\me or' + "\n" + r'\t"""', True),
        (r"p = «'\N is north'", r"p = '\\N is north'", False),
        (r"p = «'C:\Users\n'", r"p = 'C:\\Users\n'", False),
    ],
)
def test_a_path_keeps_its_backslashes(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "escapes", before, after, **_UNICODE, sure=sure, again="«")


@pytest.mark.parametrize("source", [r"«x = '\x1'", r"«x = '\u12'", r"«x = b'\xg'", r"«x = '\n'", r"«x = r'C:\Users'"])
def test_an_escape_that_was_meant_stays(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "escapes", source, None, **_UNICODE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r'p = «"C:\dir\"  # c:\"', r'p = "C:\\dir\\"  # c:\"'),
        (r"f(«'D:\', 'b')", r"f('D:\\', 'b')"),
        (r"p = [«'..\a b\c\']", r"p = ['..\\a b\\c\\']"),
    ],
)
def test_the_last_backslash_of_a_path_is_doubled(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "escapes", before, after, **_OPEN, sure=True)


@pytest.mark.parametrize("source", [r"«x = 'it\'", r"«x = 'C:\dir", r"«x = r'C:\dir\' + 1 'a"])
def test_other_open_texts_are_not_paths(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "escapes", source, None, **_OPEN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"x = «'\d+\s'", r"x = r'\d+\s'"),
        (r"x = «b'\d'", r"x = rb'\d'"),
        (r"x = «'\d\n'", r"x = '\\d\n'"),
        (r"x = «'\d' + r'\d' + '\n' + f'\w{x}'", r"x = r'\d' + r'\d' + '\n' + rf'\w{x}'"),
        (r"x = «'C:\data\new'", r"x = r'C:\data\new'"),
    ],
)
def test_an_invalid_escape_stays_what_it_was(mend: Apply, before: str, after: str) -> None:
    mended_everywhere(mend, "escapes", before, after, **_INVALID, sure=True, again="«")


def test_many_backslashes_are_read_in_time(mend: Apply) -> None:
    import time

    began = time.perf_counter()
    mend("escapes", "x = «'" + "\\\\" * 5000 + "\\U'\n", **_UNICODE)
    mend("escapes", "x = «'" + "\\a" * 5000 + "\\U:'\n", **_UNICODE)
    mend("escapes", "x = «'" + "C:\\a" * 5000 + "\n", **_OPEN)
    assert time.perf_counter() - began < 5
