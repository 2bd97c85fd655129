"""Printed paths as text. What Windows, WSL and macOS make of them is tested as text only: none of them was at hand."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from tracemend.source.paths import is_absolute, is_installed, parts_of, spellings, unwrapped


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        ("/home/dev/a b.py", "/home/dev/a b.py"),
        ("file:///home/dev/a%20b/caf%C3%A9.py", "/home/dev/a b/café.py"),
        ("file://localhost/home/dev/a.py", "/home/dev/a.py"),
        ("file:/home/dev/a.py", "/home/dev/a.py"),
        ("FILE:///home/dev/a.py#L12", "/home/dev/a.py"),
        ("file:///C:/shop/a.py", "C:/shop/a.py"),
        ("file:///c%3A/shop/a.py", "c:/shop/a.py"),
        ("file://server/share/a.py", "//server/share/a.py"),
        ('"C:\\shop\\a.py"', "C:\\shop\\a.py"),
        ("'src/a.py'", "src/a.py"),
        ("`src/a.py`", "src/a.py"),
        ("it's.py", "it's.py"),
        ("'", "'"),
        ("profile:/x", "profile:/x"),
    ],
)
def test_quotes_and_links(printed: str, path: str) -> None:
    assert unwrapped(printed) == path


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("/home/dev/a.py", ("/home/dev/a.py",)),
        ("src/a.py", ("src/a.py",)),
        ("~/a.py", ("~/a.py",)),
        ("src\\shop\\a.py", ("src\\shop\\a.py", "src/shop/a.py")),
        ("/app/shop/__pycache__/jobs.cpython-311.pyc", ("/app/shop/jobs.py",)),
        ("shop/__pycache__/jobs.cpython-312.opt-1.pyc", ("shop/jobs.py",)),
        ("shop/__pycache__/jobs.pypy310.pyc", ("shop/jobs.py",)),
        ("shop/jobs.pyc", ("shop/jobs.py",)),
        ("shop/fast.pyx", ("shop/fast.pyx",)),
        ("app.zip/shop/jobs.py", ("app.zip/shop/jobs.py",)),
        ("C:\\shop\\a.py", ()),
        ("c:/shop/a.py", ()),
        ("\\\\server\\share\\a.py", ()),
        ("//server/share/a.py", ()),
        ("file://server/share/a.py", ()),
        ("\\\\wsl.localhost\\Ubuntu\\home\\dev\\a.py", ()),
        ("...\\site-packages\\x\\a.py", ()),
        (".../shop/a.py", ()),
        ("…/shop/a.py", ()),
        ("<frozen importlib._bootstrap>", ()),
        ("<stdin>", ()),
        ("", ()),
        ("a\0b", ()),
        ("a" * 5000, ()),
    ],
)
def test_on_linux(printed: str, found: tuple[str, ...]) -> None:
    assert spellings(printed, "linux") == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("C:\\Users\\anna\\shop\\a.py", ("/mnt/c/Users/anna/shop/a.py",)),
        ("d:/shop/a.py", ("/mnt/d/shop/a.py",)),
        ("\\\\?\\C:\\shop\\a.py", ("/mnt/c/shop/a.py",)),
        ("file:///C:/shop/a.py", ("/mnt/c/shop/a.py",)),
        ("\\\\wsl$\\Ubuntu\\home\\dev\\a.py", ("/home/dev/a.py",)),
        ("\\\\wsl.localhost\\ubuntu\\home\\dev\\a.py", ("/home/dev/a.py",)),
        ("//wsl.localhost/Ubuntu/home/dev/a.py", ("/home/dev/a.py",)),
        ("file://wsl.localhost/Ubuntu/home/dev/a.py", ("/home/dev/a.py",)),
        ("\\\\wsl$\\Debian\\home\\dev\\a.py", ()),
        ("\\\\server\\share\\a.py", ()),
        ("/home/dev/a.py", ("/home/dev/a.py",)),
    ],
)
def test_in_wsl(printed: str, found: tuple[str, ...]) -> None:
    """By Microsoft's documentation of WSL's file systems; as text, not in WSL."""
    assert spellings(printed, "linux", "Ubuntu") == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("C:\\shop\\a.py", "C:\\shop\\a.py"),
        ("c:/shop/a.py", "c:/shop/a.py"),
        ("\\\\?\\C:\\shop\\a.py", "C:\\shop\\a.py"),
        ("/mnt/c/shop/a.py", "C:\\shop\\a.py"),
        ("/c/shop/a.py", "C:\\shop\\a.py"),
        ("/cygdrive/d/shop/a.py", "D:\\shop\\a.py"),
        ("file:///C:/shop/a.py", "C:/shop/a.py"),
        ("/home/dev/a.py", None),
        ("/app/shop/a.py", None),
        ("\\\\wsl$\\Ubuntu\\home\\dev\\a.py", None),
        ("\\\\server\\share\\a.py", None),
        ("\\\\?\\UNC\\server\\share\\a.py", None),
    ],
)
def test_on_windows(printed: str, found: str | None) -> None:
    """WSL's, Git Bash's and Cygwin's names of drives; as text, not on Windows."""
    assert spellings(printed, "windows") == (() if found is None else (found,))
    assert is_absolute(printed, "windows") == (found is not None)
    if found is not None:
        assert PureWindowsPath(found).is_absolute()


def test_relative_on_windows() -> None:
    """As text, not on Windows."""
    assert spellings("src\\a.py", "windows") == ("src\\a.py",)
    assert spellings("src/a.py", "windows") == ("src/a.py",)
    assert not is_absolute("src\\a.py", "windows")


@pytest.mark.parametrize(
    ("printed", "names", "whole", "caseless"),
    [
        ("src/shop/a.py", ("src", "shop", "a.py"), True, False),
        ("./src//shop/./a.py", ("src", "shop", "a.py"), True, False),
        ("src/x/../shop/a.py", ("src", "shop", "a.py"), True, False),
        ("../shop/a.py", ("shop", "a.py"), False, False),
        ("src\\shop\\a.py", ("src", "shop", "a.py"), True, True),
        ("/app/shop/a.py", ("app", "shop", "a.py"), False, False),
        ("D:\\a\\shop\\shop\\a.py", ("a", "shop", "shop", "a.py"), False, True),
        ("c:/shop/a.py", ("shop", "a.py"), False, True),
        ("\\\\server\\share\\shop\\a.py", ("server", "share", "shop", "a.py"), False, True),
        ("~/shop/a.py", ("shop", "a.py"), False, False),
        ("...\\shop\\a.py", ("shop", "a.py"), False, True),
        ("C:\\Users\\...\\shop\\a.py", ("shop", "a.py"), False, True),
        (".../shop/a.py", ("shop", "a.py"), False, False),
        ("app.zip/shop/a.py", ("app.zip", "shop", "a.py"), True, False),
        ("/app/shop/__pycache__/a.cpython-311.pyc", ("app", "shop", "a.py"), False, False),
        ("/home/dev/odd\\name.py", ("home", "dev", "odd\\name.py"), False, False),
        ("<string>", (), False, False),
        ("/", (), False, False),
    ],
)
def test_parts(printed: str, names: tuple[str, ...], whole: bool, caseless: bool) -> None:
    found = parts_of(printed)
    assert (found.names, found.whole, found.caseless) == (names, whole, caseless)


@pytest.mark.parametrize(
    "path",
    [
        "/usr/lib/python3.11/json/decoder.py",
        "/app/.venv/lib/python3.12/site-packages/requests/api.py",
        "...\\site-packages\\x\\a.py",
        "C:\\Python311\\Lib\\json\\decoder.py",
        "/usr/lib/python3/dist-packages/apt/cache.py",
        "C:\\app\\python311.zip\\json\\decoder.py",
        "<frozen importlib._bootstrap>",
    ],
)
def test_installed(path: str) -> None:
    assert is_installed(path)


@pytest.mark.parametrize("path", ["/app/shop/jobs.py", "lib/tool.py", "shop/fast.pyx", "D:\\a\\shop\\python\\a.py"])
def test_not_installed(path: str) -> None:
    assert not is_installed(path)
