"""One key for all spellings of a document's URI."""

from __future__ import annotations

import sys

import pytest
from tracemend.lsp.uris import from_path, inside, to_path, uri_key

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX paths")


@posix
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b.py", "/a/b.py"),
        ("file:///a%20b/%C3%A9.py", "/a b/é.py"),
        ("file://localhost/a/../b.py", "/b.py"),
        ("file:///a/b#c?d.py", "/a/b#c?d.py"),
        ("untitled:Untitled-1", None),
        ("git:/a/b.py?x", None),
        ("file:///a%00b", None),
        ("file://[bad/x", None),
        ("no uri", None),
    ],
)
def test_paths(uri: str, path: str | None) -> None:
    assert to_path(uri) == path


@posix
@pytest.mark.parametrize("path", ["/a/b.py", "/a b/é%20#?.py", "/x/[1]/(2).py"])
def test_there_and_back(path: str) -> None:
    assert to_path(from_path(path)) == path


@posix
def test_drives_and_shares_keep_their_shape() -> None:
    assert uri_key("file:///C%3A/Work/a.py") == uri_key("file:///c:/Work/a.py")
    assert uri_key("untitled:A%20b") == uri_key("untitled:A b")


@posix
def test_inside() -> None:
    assert inside("/a/b/c.py", "/a/b")
    assert inside("/a/b/c.py", "/")
    assert not inside("/a/bc.py", "/a/b")
