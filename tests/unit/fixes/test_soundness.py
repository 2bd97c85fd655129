"""A mend of a file that parses is not offered where the file would not parse any more, or lose a comment."""

from __future__ import annotations

import pytest
from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.soundness import is_sound
from tracemend.source.text import SourceText

FILE = """\
# The head.
import a

x = f((1))  # one

with a.open() as file:
    pass
# a word on it
print(file.read())


def last():
    return 3
"""


def edits(*changes: tuple[str, str]) -> list[TextEdit]:
    return [TextEdit(at := FILE.index(old), at + len(old), new) for old, new in changes]


@pytest.mark.parametrize(
    "changes",
    [
        [("f((1))", "f((1), 2)")],
        [("import a\n", "import a\nimport b\n"), ("return 3", "return b.three")],
        [("print(file.read())", "    print(file.read())")],  # under the statement above
        [
            ("x = f((1))  # one\n", ""),
            ("    return 3", "    x = f((1))  # one\n    return 3"),
        ],  # the comment moves along
        [("# a word on it\nprint", "    # a word on it\n    print")],
    ],
)
def test_sound(changes: list[tuple[str, str]]) -> None:
    assert is_sound(SourceText(FILE), edits(*changes))


@pytest.mark.parametrize(
    "changes",
    [
        [("f((1))", "f()1))")],
        [("f((1))  # one", "f((1))")],
        [("    return 3", "return 3")],
        [("import a\n", "import a\nimport b\n"), ("return 3", "return (b")],
        [("# The head.\n", "")],
    ],
)
def test_not_sound(changes: list[tuple[str, str]]) -> None:
    assert not is_sound(SourceText(FILE), edits(*changes))


def test_a_file_that_does_not_parse_is_left_to_the_recipe() -> None:
    assert is_sound(SourceText("x = (\n"), [TextEdit(0, 1, ")")])


def test_statements_of_one_line_are_one() -> None:
    text = "x = f(  # one\n    1); y = 2\n"
    assert is_sound(SourceText(text), [TextEdit(4, 5, "a.f")])
    assert not is_sound(SourceText(text), [TextEdit(5, 6, "")])


def test_a_comment_that_declares_the_encoding_may_change() -> None:
    assert is_sound(SourceText("# coding=ascii\nx = 1\n"), [TextEdit(9, 14, "utf-8")])
