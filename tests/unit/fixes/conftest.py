"""What the tests of recipes share: a recipe applied to a text, and a program that is run, mended and run again."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import FileEdits, Mend, NewFile, Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.reading.scanner import read_text
from tracemend.source.place import Place, locate, statement_at
from tracemend.source.text import SourceText

MARK = "«"
"""Stands before the failing part of a test's source; `»` after it. Neither is in the text that the recipe gets."""


@dataclass(frozen=True)
class Mended:
    """The text after a mend, and what the recipe said of it."""

    text: str
    mend: Mend


def _request(
    source: str,
    exception: str | None,
    message: str,
    values: Mapping[str, Any],
    arguments: Mapping[str, Any],
    context: Context,
    tool: str,
) -> Request:
    start = source.index(MARK)
    source = source.replace(MARK, "", 1)
    end = source.index("»") if "»" in source else start
    text = SourceText(source.replace("»", "", 1))
    line, column = text.position(start)
    last, end_column = text.position(end)
    columns = (column, end_column if last == line else len(text.line(line))) if end > start else None
    statement = statement_at(text, line, columns)
    place = Place("app.py", "/project/app.py", line, None, None, text, statement, None)
    return Request(arguments, values, ErrorReport(tool, "error", exception, message, Span(1, 1)), place, context)


Apply = Callable[..., "Mended | None"]


@pytest.fixture
def mend() -> Apply:
    """Applies a recipe: the source's failing part stands between « and », or a lone « says where the line is."""

    def apply(
        recipe: str,
        source: str,
        exception: str | None = "Exception",
        message: str = "",
        values: Mapping[str, Any] | None = None,
        context: Context | None = None,
        tool: str = "python",
        **arguments: Any,
    ) -> Mended | None:
        arguments = {name.rstrip("_"): value for name, value in arguments.items()}
        context = context or Context(origin="here", system="linux")
        request = _request(source, exception, message, values or {}, arguments, context, tool)
        made = registry.apply(Edit(recipe, arguments), request)
        assert request.place.source is not None
        return None if made is None else Mended(apply_edits(request.place.source.text, made.edits), made)

    return apply


Mends = Callable[..., Mended]


@pytest.fixture
def mends(mend: Apply) -> Mends:
    """Applies a recipe as `mend` does, where it has to apply."""

    def apply(*arguments: Any, **more: Any) -> Mended:
        made = mend(*arguments, **more)
        assert made is not None, "the recipe does not apply"
        return made

    return apply


Outcome = Callable[..., "tuple[str, bool] | None"]


@pytest.fixture
def outcome(mend: Apply) -> Outcome:
    """Applies a recipe as `mend` does: the text after it, and whether it is sure; None where it does not apply."""

    def apply(*arguments: Any, **more: Any) -> tuple[str, bool] | None:
        made = mend(*arguments, **more)
        return None if made is None else (made.text, made.mend.sure)

    return apply


TextAfter = Callable[..., "str | None"]


@pytest.fixture
def text_after(mend: Apply) -> TextAfter:
    """Applies a recipe as `mend` does: the text after it alone; None where it does not apply."""

    def apply(*arguments: Any, **more: Any) -> str | None:
        made = mend(*arguments, **more)
        return None if made is None else made.text

    return apply


Keeps = Callable[..., None]


@pytest.fixture
def keeps(mend: Apply) -> Keeps:
    """Looks that a recipe makes `after` of `before` (None: no mend), that it is as sure as `sure` says, that what
    stands around it stays in files with other line ends and non-ASCII comments."""

    def check(
        recipe: str, exception: str, message: str, before: str, after: str | None, sure: bool = True, **values: str
    ) -> None:
        if MARK not in before:
            before = MARK + before
        for head, end in (("", "\n"), ("# ä 😀\n\n", "\n"), ("# ä 😀\n", "\r\n")):
            source = (head + before).replace("\n", end)
            made = mend(recipe, source, exception, message, values)
            if after is None:
                assert made is None, made and made.text
                continue
            assert made is not None
            assert made.text == (head + after).replace("\n", end)
            assert made.mend.sure == sure
            ast.parse(made.text)

    return check


Makes = Callable[..., None]


@pytest.fixture
def makes(mend: Apply) -> Makes:
    """Looks that a recipe makes `after` of `before` (None: no mend), and that it is as sure as `sure` says (None: that
    is not looked at)."""

    def check(
        recipe: str,
        message: str,
        before: str,
        after: str | None,
        sure: bool | None = None,
        exception: str = "TypeError",
    ) -> None:
        made = mend(recipe, before, exception, message)
        assert (made and made.text) == after
        assert made is None or sure is None or made.mend.sure == sure

    return check


@pytest.fixture(params=["\n", "\r\n"])
def keeps_around(mend: Apply, request: pytest.FixtureRequest) -> Makes:
    """Looks that a recipe changes nothing around its code, in a file with tabs, both line ends, a text over two lines
    and other characters than ASCII's, and that it does not apply again."""

    def check(recipe: str, message: str, code: str, after: str, exception: str = "TypeError") -> None:
        around = "# é – 日本\nif 1:\n\ty = 1; @  # 𝒳\tend\n\tz = '''a\n b'''\n".replace("\n", request.param)
        made = mend(recipe, around.replace("@", code), exception, message)
        assert made is not None
        assert made.text == around.replace("@", after)
        assert mend(recipe, around.replace("@", MARK + after), exception, message) is None

    return check


def unmarked(source: str) -> str:
    """A test's source as the recipe gets it."""
    return source.replace(MARK, "").replace("»", "")


Parsed = Callable[..., "tuple[str, bool] | None"]


@pytest.fixture
def parsed(outcome: Outcome) -> Parsed:
    """Applies a recipe with these values: the text, which has to parse, and whether it is sure; None for no mend."""

    def apply(
        recipe: str, source: str, exception: str = "NameError", message: str = "", **values: Any
    ) -> tuple[str, bool] | None:
        made = outcome(recipe, source, exception, message, values)
        if made is not None:
            ast.parse(made[0])
        return made

    return apply


Ask = Callable[..., "Mend | None"]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Writes files, and asks a recipe about line 1 (or `line`) of `app.py`."""

    def apply(recipe: str, files: dict[str, str], message: str = "", line: int = 1, **values: Any) -> Mend | None:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        frame = Frame(str(tmp_path / "app.py"), line, source=files["app.py"].splitlines()[line - 1].strip())
        report = ErrorReport("python", "error", "E", message, Span(1, 1), (frame,), frame)
        context = Context(origin="here", folder=str(tmp_path), roots=(str(tmp_path),), system="linux")
        place = locate(report, context)
        assert place is not None
        return registry.apply(Edit(recipe, {}), Request({}, values, report, place, context))

    return apply


def texts(mend: Mend | None) -> dict[str, str] | None:
    """What becomes of each file, by name; a renamed one by its new name alone."""
    if mend is None:
        return None
    found = {}
    for one in mend.others:
        if isinstance(one, FileEdits):
            found[Path(one.file).name] = apply_edits(one.before, one.edits)
        elif isinstance(one, NewFile):
            found[Path(one.file).name] = one.text
        else:
            found["->"] = Path(one.to).name
    return found


@dataclass
class Program:
    """A program in a folder of its own."""

    path: Path
    environment: dict[str, str]

    def run(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, self.path.name],
            cwd=self.path.parent,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            encoding="utf-8",
            errors="replace",
        )

    def report(self, stderr: str) -> tuple[ErrorReport, Context]:
        context = Context(origin="here", folder=str(self.path.parent), roots=(str(self.path.parent),))
        blocks = read_text(stderr)
        reports = [report for block in blocks for report in block]
        assert reports, stderr
        return reports[-1], context

    def mend(self, recipe: str, values: Mapping[str, Any] | None = None, **arguments: Any) -> Mend:
        """Run it, see it fail, apply the recipe to the place that its output names."""
        done = self.run()
        report, context = self.report(done.stderr)
        place = locate(report, context)
        assert place is not None
        arguments = {name.rstrip("_"): value for name, value in arguments.items()}
        made = registry.apply(Edit(recipe, arguments), Request(arguments, values or {}, report, place, context))
        assert made is not None, done.stderr
        assert made.file is None
        assert place.source is not None
        self.path.write_bytes(apply_edits(place.source.text, made.edits).encode())
        return made


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Program]:
    """Writes a program that is to be run."""

    def write(source: str, name: str = "app.py", **environment: str) -> Program:
        path = tmp_path / name
        path.write_bytes(dedent(source).lstrip("\n").encode())
        return Program(path, {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(tmp_path), **environment})

    return write
