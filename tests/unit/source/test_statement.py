"""The statement around a line, in files that are whole, broken elsewhere, large, or written in other scripts."""

from __future__ import annotations

import ast
import time
import warnings
from pathlib import Path

import pytest
from tracemend.source.statement import Statement, statement_at
from tracemend.source.text import SourceText


def at(text: str, marker: str, carets: str | None = None) -> Statement | None:
    """The statement on the first line that holds `marker`, with the caret columns of `carets` in that line."""
    lines = text.split("\n")
    number = next(i for i, line in enumerate(lines, 1) if marker in line)
    columns = None
    if carets is not None:
        start = lines[number - 1].index(carets)
        columns = (start, start + len(carets))
    return statement_at(SourceText(text), number, columns)


def node_text(text: str, marker: str, carets: str | None = None) -> str:
    found = at(text, marker, carets)
    assert found is not None
    return found.text(found.node)


PROGRAM = '''\
import re


class Reader:
    """Reads."""

    @property
    def size(self):
        return 1

    async def read(self, path):
        # a comment
        with open(path) as file:
            for line in file:
                if line.strip():
                    found = re.match("a", line)
                    print(found.group(1), file=self.out)
                else:
                    break
        sql = """
SELECT *
  FROM t
"""
        return self.run(
            sql,
            path,
        )


def main():
    try:
        work()
    except (ValueError,
            KeyError) as error:
        print(error)
    finally:
        close()
'''


def test_innermost_statement_and_its_parents() -> None:
    found = at(PROGRAM, "print(found", "found.group")
    assert found is not None
    assert [type(node).__name__ for node in found.parents] == ["ClassDef", "AsyncFunctionDef", "With", "For", "If"]
    assert found.text(found.node) == "print(found.group(1), file=self.out)"
    assert found.expression is not None
    assert found.text(found.expression) == "found.group"
    assert found.line_of(found.node) == 17


@pytest.mark.parametrize(
    ("marker", "begins"),
    [
        ("with open", "with open(path) as file:"),
        ("if line.strip", "if line.strip():"),
        ("  FROM t", 'sql = """'),
        ("SELECT", 'sql = """'),
        ("            sql,", "return self.run("),
        ("work()", "work()"),
        ("KeyError) as", "try:"),
        ("except (", "try:"),
        ("@property", "def size"),
        ("def main", "def main"),
        ('"""Reads', '"""Reads'),
    ],
)
def test_line_to_statement(marker: str, begins: str) -> None:
    assert node_text(PROGRAM, marker).startswith(begins)


def test_no_statement_on_comments_and_blank_lines() -> None:
    assert at(PROGRAM, "# a comment") is None
    assert statement_at(SourceText("a = 1\n\nb = 2\n"), 2) is None
    assert statement_at(SourceText("a = 1\n"), 9) is None
    assert statement_at(SourceText(""), 1) is None


def test_columns_are_characters_in_the_file_and_bytes_in_ast() -> None:
    text = 'def f():\n    grüße = "日本" + größe["schlüssel"] + ende\n'
    found = at(text, "grüße", 'größe["schlüssel"]')
    assert found is not None
    assert isinstance(found.expression, ast.Subscript)
    assert found.text(found.expression) == 'größe["schlüssel"]'
    start, end = found.span(found.node)
    assert text[start:end] == 'grüße = "日本" + größe["schlüssel"] + ende'


def test_a_wide_character_before_the_caret() -> None:
    text = "x = '\U0001f600'; print(y.z)\n"
    found = at(text, "print", "y.z")
    assert found is not None
    assert found.text(found.node) == "print(y.z)"
    assert found.expression is not None
    assert found.text(found.expression) == "y.z"


def test_carets_choose_among_statements_of_one_line() -> None:
    text = "if ready: start(); stop()\n"
    assert node_text(text, "if", "start()") == "start()"
    assert node_text(text, "if", "stop()") == "stop()"
    assert node_text(text, "if", "ready") == text.strip()


@pytest.mark.parametrize(
    "broken", ["print((1, 2)\n", "x = [1, 2\n", "def g(:\n    pass\n", "s = 'abc\n", 'd = """ never closed\n']
)
def test_broken_elsewhere(broken: str) -> None:
    text = 'import re\n\n\ndef f(value):\n    if value:\n        return re.match("a", value).group()\n\n\n' + broken
    found = at(text, "return", 're.match("a", value).group')
    assert found is not None
    assert isinstance(found.node, ast.Return)
    assert [type(node).__name__ for node in found.parents] == ["FunctionDef", "If"]
    assert found.expression is not None
    assert found.text(found.expression) == 're.match("a", value).group'


def test_broken_in_the_same_function() -> None:
    text = "def f(a):\n    for x in a:\n        print(x.y)\n    print((a)\n    return [1\n"
    found = at(text, "x.y", "x.y")
    assert found is not None
    assert found.text(found.node) == "print(x.y)"
    assert [type(node).__name__ for node in found.parents] == ["FunctionDef", "For"]
    header = found.parents[0]
    assert isinstance(header, ast.FunctionDef)
    assert found.text(header).startswith("def f(a):")
    assert found.line_of(header) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [("    elif rows[9]:", ast.If), ("    while rows[9]:", ast.While), ("    with open(rows[9]) as f:", ast.With)],
)
def test_a_header_whose_body_does_not_parse(line: str, kind: type[ast.stmt]) -> None:
    text = f"def f(rows):\n    if rows:\n        pass\n{line}\n        print((1\n    x = = 2\n"
    found = at(text, "rows[9]", "rows[9]")
    assert found is not None
    assert isinstance(found.node, kind)
    assert found.expression is not None
    assert found.text(found.expression) == "rows[9]"


def test_a_line_inside_a_bracket_that_does_not_parse_is_no_statement() -> None:
    assert at("x = foo(\n    1,\n    bar,\n    = 3)\n", "bar") is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(newline: str) -> None:
    text = newline.join(["def f(a):", "    s = '''", "x'''", "    return a['k']", ""])
    found = statement_at(SourceText(text), 4, (11, 17))
    assert found is not None
    assert found.text(found.node) == "return a['k']"
    assert found.expression is not None
    assert found.text(found.expression) == "a['k']"


def test_tabs_and_form_feeds() -> None:
    text = "\x0cdef f(a):\n\tif a:\n\t\treturn a[0]\n"
    assert node_text(text, "return", "a[0]") == "return a[0]"


def test_quotes_in_comments_do_not_swallow_the_file() -> None:
    text = '# a lonely """ here\nx = 1\n\n\ndef f():\n    return y.z\n'
    assert node_text(text, "return", "y.z") == "return y.z"


def test_hostile_text_is_bounded_and_silent() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in (
            "(" * 5_000 + "\n",
            "x = " + "-" * 50_000 + "1\n",
            "a\0b\n",
            "x = '\ud800'\n",
            'x = "\\d"\n',
            "if x:\n" + "".join(" " * depth + "if x:\n" for depth in range(1, 300)),
            '"""\\' * 20_000,
            "#" + '"""' * 30_001 + "\n x\n",
        ):
            before = time.perf_counter()
            lines = SourceText(text).lines
            statement_at(SourceText(text), len(lines), (0, 1))
            assert time.perf_counter() - before < 1.0


def test_a_large_file_costs_no_more() -> None:
    function = "def f{0}(a):\n    for x in a:\n        if x:\n            print(x.y)\n    return a[{0}]\n\n\n"
    small, large = function.format(1), "".join(function.format(number) for number in range(720))
    method = "    def m{0}(self, a):\n        for x in a:\n            self.n[{0}] = x\n        return self\n\n"
    klass = "class C:\n" + "".join(method.format(number) for number in range(1_000))
    assert len(SourceText(large).lines) > 5_000

    def best(text: str, line: int) -> float:
        source = SourceText(text)
        assert statement_at(source, line, (8, 9)) is not None
        times = []
        for _ in range(30):
            before = time.perf_counter()
            statement_at(source, line, (8, 9))
            times.append(time.perf_counter() - before)
        return min(times)

    assert best(large, 7 * 700 + 4) < 20 * best(small, 4)
    found = statement_at(SourceText(klass), 1 + 5 * 500 + 3)
    assert found is not None
    assert [type(node).__name__ for node in found.parents] == ["ClassDef", "FunctionDef", "For"]
    assert best(klass, 1 + 5 * 500 + 3) < 0.01


def test_every_line_of_a_real_file_has_the_statement_that_ast_gives_it() -> None:
    """The interpreter's own modules: the block around a line gives what parsing the whole file gives."""
    import argparse
    import textwrap

    for module in (argparse, textwrap):
        assert module.__file__ is not None
        text = Path(module.__file__).read_text(encoding="utf-8")
        source = SourceText(text)
        innermost: dict[int, ast.stmt] = {}
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.stmt):
                decorators = [one.lineno for one in getattr(node, "decorator_list", ())]
                for number in range(min([node.lineno, *decorators]), (node.end_lineno or 0) + 1):
                    innermost[number] = node  # ast.walk goes from the outside in
        for number in range(1, len(source.lines) + 1, 3):
            line = source.line(number).strip()
            if not line or line.startswith("#"):
                continue
            found = statement_at(source, number)
            assert found is not None, (module, number)
            assert (type(found.node), found.line_of(found.node)) == (
                type(innermost[number]),
                innermost[number].lineno,
            )
