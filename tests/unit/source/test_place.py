"""From a printed path and line to the file, the line as it is now, and the columns."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.reading.report import ErrorReport, Frame, PrefixKind, Span
from tracemend.source.origin import settle_origin
from tracemend.source.place import locate, resolve_path

SOURCE = 'import json\n\n\ndef load(path):\n    with open(path, "w") as f:\n        return json.load(f)\n'


def report(frame: Frame | None, *, prefix: PrefixKind | None = None) -> ErrorReport:
    return ErrorReport(
        "python", "error", "ValueError", "x", Span(1, 3), (frame,) if frame else (), frame, prefix=prefix
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "sub" / "app.py"
    file.parent.mkdir()
    file.write_text(SOURCE, encoding="utf-8")
    return file


FRAME = Frame("app.py", 5, "load", 'with open(path, "w") as f:', (5, 20))


def test_relative_to_the_folder_then_the_roots(program: Path, tmp_path: Path) -> None:
    for context in (
        Context("here", folder=str(program.parent)),
        Context("here", folder=str(tmp_path), roots=(str(tmp_path), str(program.parent))),
        Context("here", roots=(str(program.parent),)),
    ):
        place = locate(report(FRAME), context)
        assert place is not None
        assert (place.file, place.line, place.column, place.end_column) == (str(program), 5, 10, 25)
        assert place.statement is not None
        assert place.statement.expression is not None
        assert place.statement.text(place.statement.expression) == 'open(path, "w")'


def test_no_file_still_says_what_was_printed(tmp_path: Path) -> None:
    place = locate(report(FRAME), Context("here", folder=str(tmp_path)))
    assert place is not None
    assert (place.path, place.file, place.line, place.source) == ("app.py", None, 5, None)
    assert locate(report(None), Context("here")) is None


@pytest.mark.parametrize("path", ["<stdin>", "<string>", "", "a\0b", "//server/share/a.py", "\\\\server\\a.py", "."])
def test_what_is_no_file_here(path: str, tmp_path: Path) -> None:
    assert resolve_path(path, Context("here", folder=str(tmp_path))) is None


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("x\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert resolve_path("~/a.py", Context("here")) == str(tmp_path / "a.py")


@pytest.mark.parametrize("form", ["{}", '"{}"', "'{}'", "file://{}", "file://localhost{}", "{}c"])
def test_other_spellings_of_a_path(form: str, program: Path) -> None:
    assert resolve_path(form.format(program.as_posix()), Context("here")) == str(program)


def test_a_link_with_escapes(tmp_path: Path) -> None:
    (tmp_path / "my café.py").write_text("x\n", encoding="utf-8")
    assert resolve_path(f"file://{tmp_path.as_posix()}/my%20caf%C3%A9.py", Context("here")) == str(
        tmp_path / "my café.py"
    )


@pytest.mark.skipif(os.name == "nt", reason="such a name is a path there")
def test_backslashes_may_be_part_of_a_name(program: Path, tmp_path: Path) -> None:
    context = Context("here", folder=str(tmp_path))
    assert resolve_path("sub\\app.py", context) == str(program)
    (tmp_path / "sub\\app.py").write_text("x\n")
    assert resolve_path("sub\\app.py", context) == str(tmp_path / "sub\\app.py")


def test_the_folder_that_the_output_names_comes_first(program: Path, tmp_path: Path) -> None:
    """GNU Make 4.3 before what it runs in another folder: `make[1]: Entering directory '/x/sub'`."""
    context = Context("here", folder=str(tmp_path))
    named = replace(report(FRAME), folder=str(program.parent))
    for one, file in (
        (named, program),
        (replace(named, folder="sub"), program),
        (report(FRAME), None),
        (replace(named, folder=str(tmp_path / "gone")), None),
        (replace(named, folder="//server/sub"), None),
    ):
        place = locate(one, context)
        assert place is not None
        assert place.file == (str(file) if file else None)


def test_of_several_files_the_one_that_has_the_line(program: Path, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("x = 1\n", encoding="utf-8")
    context = Context("here", folder=str(tmp_path), roots=(str(program.parent),))
    place = locate(report(FRAME), context)
    assert place is not None
    assert place.file == str(program)
    unknown = locate(report(Frame("app.py", 1)), context)
    assert unknown is not None
    assert unknown.file == str(tmp_path / "app.py"), "without a printed line the first"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_file_is_named_as_the_workspace_names_it(program: Path, tmp_path: Path) -> None:
    """A folder that is opened under another name than programs print, as macOS' `/var` is `/private/var`."""
    link = tmp_path / "link"
    link.symlink_to(program.parent)
    context = Context("here", roots=(str(link),))
    assert resolve_path(str(program), context) == str(link / "app.py")
    assert resolve_path(str(link / "app.py"), context) == str(link / "app.py")
    both = replace(context, roots=(str(link), str(program.parent)))
    assert resolve_path(str(program), both) == str(program)


@pytest.mark.skipif(os.name == "nt", reason="a drive is a drive there")
def test_a_drive_is_no_folder_outside_wsl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WSL_DISTRO_NAME", raising=False)
    (tmp_path / "C:").mkdir()
    (tmp_path / "C:" / "a.py").write_text("x\n")
    assert resolve_path("C:\\a.py", Context("here", folder=str(tmp_path), system="linux")) is None
    monkeypatch.setenv("WSL_DISTRO_NAME", "Ubuntu")
    file = f"\\\\wsl.localhost\\Ubuntu{tmp_path.as_posix()}/C:/a.py".replace("/", "\\")
    assert resolve_path(file, Context("here", system="linux")) == str(tmp_path / "C:" / "a.py")


def test_the_line_moved(program: Path) -> None:
    program.write_text("# new\n# lines\n" + SOURCE, encoding="utf-8")
    place = locate(report(FRAME), Context("here", folder=str(program.parent)))
    assert place is not None
    assert (place.line, place.column) == (7, 10)


def test_the_line_is_gone(program: Path) -> None:
    program.write_text(SOURCE.replace('"w"', '"r"'), encoding="utf-8")
    place = locate(report(FRAME), Context("here", folder=str(program.parent)))
    assert place is not None
    assert place.file == str(program)
    assert (place.line, place.statement) == (None, None)


def test_the_line_stands_twice_elsewhere(program: Path) -> None:
    program.write_text("x = 1\n" * 4 + 'with open(path, "w") as f:\n    pass\n' * 2, encoding="utf-8")
    frame = Frame("app.py", 2, "load", 'with open(path, "w") as f:')
    place = locate(report(frame), Context("here", folder=str(program.parent)))
    assert place is not None
    assert place.line is None


def test_without_a_printed_source_line_the_number_counts(program: Path) -> None:
    context = Context("here", folder=str(program.parent))
    place = locate(report(Frame("app.py", 6, column=16, end_column=20)), context)
    assert place is not None
    assert (place.line, place.column, place.end_column) == (6, 16, 20)
    assert place.statement is not None
    assert place.statement.expression is not None
    assert place.statement.text(place.statement.expression) == "json"
    gone = locate(report(Frame("app.py", 60)), context)
    assert gone is not None
    assert gone.line is None


def test_columns_outside_the_line_are_left_out(program: Path) -> None:
    context = Context("here", folder=str(program.parent))
    for column in (0, 500):
        place = locate(report(Frame("app.py", 6, column=column, end_column=column + 3)), context)
        assert place is not None
        assert place.column is None


def test_output_of_elsewhere_needs_the_printed_line(program: Path) -> None:
    context = Context("elsewhere", folder=str(program.parent))
    found = locate(report(FRAME), context)
    assert found is not None
    assert found.file == str(program)
    for other in (Frame("app.py", 6, "load", FRAME.source), Frame("app.py", 5), Frame("app.py", 5, source="x = 1")):
        place = locate(report(other), context)
        assert place is not None
        assert (place.file, place.source, place.line) == (None, None, other.line)


def test_output_of_elsewhere_without_source_needs_two_parts_in_the_workspace(program: Path, tmp_path: Path) -> None:
    """Checkers in CI: `sub/app.py:5: error`, in a project that is checked out here."""
    context = Context("elsewhere", folder=str(tmp_path), roots=(str(tmp_path),))
    for frame, found in (
        (Frame("sub/app.py", 5), True),
        (Frame("sub/app.py", 5, "load"), True),
        (Frame("sub/app.py", 5, "save"), False),
        (Frame("sub/app.py", 500), False),
        (Frame(str(program), 5), True),
        (Frame("sub/app.py", 5, source="x = 1"), False),
    ):
        for known, expected in ((context, found), (replace(context, roots=()), False)):
            place = locate(report(frame), known)
            assert place is not None
            assert (place.file is not None) == expected, frame


def test_an_open_document_comes_before_the_disk(program: Path) -> None:
    class Open:
        def read(self, path: str) -> str | None:
            return "# unsaved\n" + SOURCE

    place = locate(report(FRAME), Context("here", folder=str(program.parent), documents=Open()))
    assert place is not None
    assert place.line == 6


def test_origin(program: Path) -> None:
    known = Frame(str(program), 5, "load", FRAME.source)
    wrong = Frame(str(program), 5, "load", "something else")
    context = Context("elsewhere", folder=str(program.parent))
    assert settle_origin([report(wrong), report(known)], context) == "here"
    assert settle_origin([report(wrong)], context) == "elsewhere"
    assert settle_origin([report(FRAME)], context) == "elsewhere", "a relative path proves nothing"
    assert settle_origin([report(None)], Context("unknown")) == "unknown"
    assert settle_origin([report(wrong)], Context("here")) == "here"
    assert settle_origin([report(known, prefix="container")], Context("here")) == "elsewhere"


def test_a_spelling_of_another_program_proves_the_origin(program: Path) -> None:
    link = Frame(f"file://{program.as_posix()}", 5, "load", FRAME.source)
    assert settle_origin([report(link)], Context("elsewhere")) == "here"


def test_a_file_that_only_fits_proves_no_origin(program: Path, tmp_path: Path) -> None:
    from tracemend.source.listing import WorkspaceFiles

    context = Context("elsewhere", roots=(str(tmp_path),), listing=WorkspaceFiles())
    frame = Frame("/home/anna/sub/app.py", 5, "load", FRAME.source)
    place = locate(report(frame), context)
    assert place is not None
    assert place.file == str(program)
    assert settle_origin([report(frame)], context) == "elsewhere"


def test_an_installed_file_proves_no_origin() -> None:
    """The same lines of the standard library stand on every machine with that Python."""
    import json.decoder

    text = Path(json.decoder.__file__).read_text(encoding="utf-8").split("\n")
    number = next(i for i, line in enumerate(text, 1) if "raise JSONDecodeError" in line)
    frame = Frame(json.decoder.__file__, number, "decode", text[number - 1].strip())
    assert settle_origin([report(frame)], Context("elsewhere")) == "elsewhere"


def test_a_syntax_error_at_line_0_is_on_the_first_line(program: Path) -> None:
    context = Context("here", folder=str(program.parent))
    said = replace(report(Frame("app.py", None)), exception="SyntaxError", message="unknown encoding: utf8x")
    place = locate(said, context)
    assert place is not None
    assert (place.file, place.line) == (str(program), 1)
    place = locate(replace(said, exception="ValueError"), context)
    assert place is not None
    assert place.line is None
