"""Texts of Sphinx 9.1.1 and MkDocs 1.6.1, provoked."""

from __future__ import annotations

import pytest
from tracemend.reading.findings.documentation import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import counted, only, read

SPHINX = """
/home/dev/x/index.rst:6: ERROR: Unknown directive type "nosuch".

.. nosuch:: a [docutils]
/home/dev/x/index.rst:10: WARNING: toctree contains reference to nonexisting document 'nope' [toc.not_readable]
/home/dev/x/index.rst:4: WARNING: undefined label: 'nosuch' [ref.ref]
generating indices... genindex done
"""

MKDOCS = """
WARNING -  A reference to 'nope.md' is included in the 'nav' configuration, which is not found in the documentation
           files.
WARNING -  Doc file 'index.md' contains a link 'nosuch.md', but the target is not found among documentation files.

Aborted with 2 warnings in strict mode!
"""


def test_sphinx() -> None:
    reports = read(DIALECT, SPHINX)
    assert [(one.tool, one.severity, one.code) for one in reports] == [
        ("sphinx", "error", "docutils"),
        ("sphinx", "warning", "toc.not_readable"),
        ("sphinx", "warning", "ref.ref"),
    ]
    assert [one.user_frame and one.user_frame.line for one in reports] == [6, 10, 4]
    assert [one.message for one in reports] == [
        'Unknown directive type "nosuch".',
        "toctree contains reference to nonexisting document 'nope'",
        "undefined label: 'nosuch'",
    ]
    assert len(read_text(SPHINX, Hints("sphinx-build . out", 0))) == 3


def test_mkdocs() -> None:
    nav, link, aborted = read(DIALECT, MKDOCS)
    assert nav.message.endswith("which is not found in the documentation files.")
    assert (link.severity, link.user_frame and link.user_frame.path) == ("warning", "index.md")
    assert aborted.summary
    assert counted([nav, link, aborted])[-1] == aborted  # warnings alone do not tell why it ended
    assert len(read_text(MKDOCS)) == 3
    text = "ERROR   -  Config value 'theme': Unrecognised theme name: 'nosuch'. The available installed themes are:"
    text += " mkdocs,\n           readthedocs\n\nAborted with a configuration error!\n"
    error, aborted = read(DIALECT, text)
    assert error.message.endswith("are: mkdocs, readthedocs")
    assert counted([error, aborted]) == [error]


@pytest.mark.parametrize(
    "text",
    [
        "INFO    -  Documentation built in 0.07 seconds",
        "build succeeded, 4 warnings.",
        "app.log:3: WARNING: x",
        "Aborted with honour",
        "WARNING: document isn't included in any toctree",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_of_one_source() -> None:
    assert only(DIALECT, "a.txt:docstring of a.f:3: WARNING: Unexpected indentation. [docutils]").user_frame is not None
    assert read(DIALECT, "a.rst:3: WARNING: x", command="grep -rn WARNING .") == []
