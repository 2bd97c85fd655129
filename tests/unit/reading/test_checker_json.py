"""Objects of pyright 1.1.414, mypy 2.4.1, pylint 4.1.4, basedpyright 1.40; what other programs print is silent."""

from __future__ import annotations

import json

import pytest
from tracemend.reading.findings.checker_json import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

PYRIGHT = """\
{
    "version": "1.1.414",
    "time": "1795641868873",
    "generalDiagnostics": [
        {
            "file": "/home/dev/shop/a.py",
            "severity": "error",
            "message": "Cannot access attribute \\"missing\\" for class \\"A\\"\\n\u00a0 \u00a0 Attribute \\"missing\\" is unknown",
            "range": {
                "start": {
                    "line": 19,
                    "character": 8
                },
                "end": {
                    "line": 19,
                    "character": 15
                }
            },
            "rule": "reportAttributeAccessIssue"
        },
        {
            "file": "/home/dev/shop/a.py",
            "severity": "information",
            "message": "Type of \\"g\\" is \\"(a: int, b: list[int] = []) -> str\\"",
            "range": {
                "start": {
                    "line": 41,
                    "character": 12
                },
                "end": {
                    "line": 41,
                    "character": 13
                }
            }
        }
    ],
    "summary": {
        "filesAnalyzed": 5,
        "errorCount": 14,
        "warningCount": 0,
        "informationCount": 1,
        "timeInSec": 1.709
    }
}
"""  # noqa: E501


def test_pyright() -> None:
    (report,) = [one for block in read_text(PYRIGHT) for one in block]
    assert (report.tool, report.code, report.severity) == ("pyright", "reportAttributeAccessIssue", "error")
    assert report.message == 'Cannot access attribute "missing" for class "A"\n    Attribute "missing" is unknown'
    assert (report.span.start, report.span.end) == (5, 20)
    frame = report.user_frame
    assert frame is not None
    assert (frame.path, frame.line, frame.column, frame.end_line, frame.end_column) == (
        "/home/dev/shop/a.py",
        20,
        9,
        20,
        16,
    )


def test_a_document_on_one_line() -> None:
    (report,) = read(DIALECT, json.dumps(json.loads(PYRIGHT)))
    assert (report.tool, report.code) == ("pyright", "reportAttributeAccessIssue")


def test_a_cut_beginning_costs_no_other_finding() -> None:
    lines = PYRIGHT.splitlines(keepends=True)
    assert len([one for block in read_text("".join(lines[4:])) for one in block]) == 1
    assert [one for block in read_text("".join(lines[6:])) for one in block] == []


def test_mypy() -> None:
    line = (
        '{"file": "shop/a.py", "line": 6, "column": 0, "end_line": 6, "end_column": 1, "message": "Library stubs not'
        ' installed for \\"yaml\\"", "hint": "Hint: \\"python3 -m pip install types-PyYAML\\"\\n(or run \\"mypy'
        ' --install-types\\" to install all missing stub packages)", "code": "import-untyped", "severity": "error"}'
    )
    report = only(DIALECT, line)
    assert (report.tool, report.code) == ("mypy", "import-untyped")
    assert report.notes == (
        'Hint: "python3 -m pip install types-PyYAML"',
        '(or run "mypy --install-types" to install all missing stub packages)',
    )
    assert report.user_frame is not None
    assert (report.user_frame.column, report.user_frame.end_column) == (1, 2)


def test_pylint_without_an_end() -> None:
    report = only(
        DIALECT,
        """
        {
            "type": "error",
            "module": "syn",
            "obj": "",
            "line": 1,
            "column": 9,
            "endLine": null,
            "endColumn": null,
            "path": "shop/syn.py",
            "symbol": "syntax-error",
            "message": "Parsing failed: 'expected ':' (syn, line 1)'",
            "message-id": "E0001"
        },
        """,
    )
    assert (report.tool, report.code, report.message) == (
        "pylint",
        "E0001",
        "Parsing failed: 'expected ':' (syn, line 1)'",
    )
    assert report.user_frame is not None
    assert (report.user_frame.line, report.user_frame.column, report.user_frame.end_line) == (1, 10, None)


def test_basedpyright_for_gitlab() -> None:
    text = (
        '[{"description":"Import \\"os\\" is not accessed","fingerprint":"7e4e769111fc0ca5be6b713f8fef860e","severity":'
        '"major","location":{"path":"shop/a.py","positions":{"begin":{"line":2,"column":7},"end":{"line":2,"column":9}}}}'
        ',{"description":"Type of \\"g\\" is \\"int\\"","fingerprint":"2d491b7c6a4bbefb77f49113dd881248","severity":'
        '"info","location":{"path":"shop/a.py","positions":{"begin":{"line":42,"column":12},"end":{"line":42,"column":13}}}}]'
    )
    report = only(DIALECT, text)
    assert (report.tool, report.severity, report.message) == ("pyright", "warning", 'Import "os" is not accessed')
    assert report.user_frame is not None
    assert (report.user_frame.column, report.user_frame.end_column) == (8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "{\n}",
        "[\n]",
        '{\n  "name": "shop",\n  "version": "1.0.0",\n  "main": "index.js"\n}',
        '{\n  "message": "ok",\n  "errors": []\n}',
        '{"file": "a.py", "line": 3, "message": "started", "severity": "info"}',
        '{"type": "error", "message": "no place"}',
        '{"code": 200, "message": "OK", "location": {"path": "/a"}, "filename": "b"}',
        '{"code": "E1", "message": "OK", "location": {"row": 1, "column": 2}, "filename": "b.js"}',
        '{"code": "ENOENT", "message": 3, "location": null, "filename": null}',
        '[{"type": "a", "description": "x", "fingerprint": "y", "severity": "major", "location": {"path": "a.rb"}}]',
        '[{"filePath":"/a.js","messages":[{"ruleId":"semi","severity":2,"message":"x","line":1,"column":2}]}]',
        '{"file": "a.py", "severity": "error", "message": "x", "range": "1:2"}',
        '{"file": "a.py", "severity": "error", "message": "x", "range": {"start": {"line": "1"}, "end": {}}}',
        '{"file": ["a.py", "message',
        "{\n  this is no JSON\n}",
        'int main()\n{\n    "path";\n}',
        '{"version": "2.1.0", "runs": [{"results": [{"ruleId": "cpp/x", "message": {"text": "m"}, "locations": []}]}]}',
    ],
)
def test_what_is_none_is_silent(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_command_that_shows_it_is_silent() -> None:
    assert read_text(PYRIGHT, Hints(command="cat report.json")) == []
    assert read_text(PYRIGHT, Hints(command="jq . report.json")) == []


def test_hostile_texts_take_no_time() -> None:
    for text in (
        '{"file": ' + "[" * 100_000 + '"message"',
        '{"file": "' + '{"message' * 100_000,
        "{\n" * 5_000,
        '{\n  "file": 1,\n' + "  {\n" * 5_000,
        '{\n  "file": 1,\n' + "  1,\n" * 30_000,
        "[" * 100_000 + '{"file": "message"',
    ):
        read_text(text)
