"""The comment that declares a file's encoding, and how such a file is read."""

from __future__ import annotations

import pytest
from tracemend.context import decode_source

from .conftest import Apply, Mends

_REPORT = {"exception": "SyntaxError", "message": "unknown encoding: utf8x"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«# -*- coding: utf8x -*-\nx = 'é'\n", "# -*- coding: utf-8 -*-\nx = 'é'\n"),
        ("«#!/usr/bin/python\r\n# vim: set fileencoding=latin-1x :\r\nx = 1\r\n", None),
        ("«# coding=ascii\nx = 'é'  # coding: ascii\n", "# coding=utf-8\nx = 'é'  # coding: ascii\n"),
    ],
)
def test_the_comment_names_utf_8(mend: Apply, mends: Mends, before: str, after: str | None) -> None:
    mended = mends("coding-comment", before, **_REPORT)
    assert mended.text == (after or before.replace("«", "").replace("latin-1x", "utf-8"))
    assert mended.mend.sure
    assert mend("coding-comment", "«" + mended.text, **_REPORT) is None


@pytest.mark.parametrize(
    "source",
    [
        "«x = 1\n# coding: utf8x\n",
        "«# coding: utf-8\nx = 1\n",
        "«# coding: latinx\nx = '\ufffd'\n",
        "«# a\n# b\n# coding: c\n",
        "«",
    ],
)
def test_no_comment_is_changed_that_declares_nothing_wrong(mend: Apply, source: str) -> None:
    assert mend("coding-comment", source, **_REPORT) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"# coding: latin-1\nx = '\xe9'\n", "# coding: latin-1\nx = 'é'\n"),
        (b"# coding: utf8x\nx = '\xc3\xa9'\n", "# coding: utf8x\nx = 'é'\n"),
        (b"# coding: ascii\nx = '\xc3\xa9'\n", "# coding: ascii\nx = 'é'\n"),
        (b"\xef\xbb\xbf# coding: latin-1\nx = '\xc3\xa9'\n", "# coding: latin-1\nx = 'é'\n"),
        (b"x = '\xe9'\n", None),
        (b"# coding: utf8x\nx = '\xe9'\n", None),
    ],
)
def test_a_file_is_read_as_an_editor_shows_it(data: bytes, text: str | None) -> None:
    assert decode_source(data) == text
