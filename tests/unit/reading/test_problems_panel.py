"""What VS Code's Problems panel copies; the objects are of the forms that public repositories hold, paths shortened."""

from __future__ import annotations

import json
import time

import pytest
from tracemend.reading.report import ErrorReport, Frame, Hints, Span
from tracemend.reading.scanner import read_text

PANEL = """\
[{
	"resource": "/c:/Users/dev/project/app.py",
	"owner": "pylance",
	"code": {
		"value": "reportMissingModuleSource",
		"target": {
			"$mid": 1,
			"path": "/microsoft/pylance-release/blob/main/docs/diagnostics/reportMissingModuleSource.md",
			"scheme": "https",
			"authority": "github.com"
		}
	},
	"severity": 4,
	"message": "Import \\"yaml\\" could not be resolved from source",
	"source": "Pylance",
	"startLineNumber": 7,
	"startColumn": 8,
	"endLineNumber": 7,
	"endColumn": 12,
	"origin": "extHost1"
},{
	"resource": "/home/dev/project/app.py",
	"owner": "Pylance",
	"severity": 8,
	"message": "Unterminated expression in f-string; expecting \\"}\\"",
	"source": "Pylance",
	"startLineNumber": 800,
	"startColumn": 26,
	"endLineNumber": 800,
	"endColumn": 27,
	"modelVersionId": 22,
	"origin": "extHost1"
},{
	"resource": "/home/dev/project/app.py",
	"owner": "python",
	"code": "E0401:import-error",
	"severity": 8,
	"message": "Unable to import 'requests'",
	"source": "Pylint",
	"startLineNumber": 1,
	"startColumn": 1,
	"endLineNumber": 1,
	"endColumn": 16
}]
"""


def chosen(text: str) -> list[ErrorReport]:
    return [one for block in read_text(text, Hints(selected=True)) for one in block]


@pytest.mark.parametrize(
    "text",
    [
        PANEL,
        "class Account:" + PANEL,
        PANEL[: PANEL.rindex(',\n\t"endColumn"')] + ',\n\t"endColumn": 16',
        "".join(f"# {line}\n" for line in PANEL.splitlines()),
        "".join(f"{line.lstrip()}\n\n" for line in PANEL.splitlines()),
        PANEL.replace("\t", "    "),
        json.dumps(json.loads(PANEL)),
    ],
    ids=["as copied", "behind a word", "its end cut", "a comment", "without indentation", "blanks", "one line"],
)
def test_each_object_is_a_finding(text: str) -> None:
    yaml, string, requests = chosen(text)
    assert (yaml.tool, yaml.severity, yaml.code) == ("pyright", "warning", "reportMissingModuleSource")
    assert yaml.message == 'Import "yaml" could not be resolved from source'
    assert yaml.user_frame == Frame("c:/Users/dev/project/app.py", 7, column=8, end_line=7, end_column=12)
    assert (string.severity, string.code, string.message) == (
        "error",
        "syntax",
        'Unterminated expression in f-string; expecting "}"',
    )
    assert (requests.tool, requests.code, requests.user_frame and requests.user_frame.line) == ("pylint", "E0401", 1)


def test_its_lines_are_its_span() -> None:
    assert [one.span for one in chosen(PANEL)] == [Span(2, 19), Span(22, 30), Span(34, 43)]


def test_in_a_stream_it_is_data() -> None:
    assert read_text(PANEL) == []


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "resource": "/a.py",\n  "message": "no severity",\n  "endColumn": 4\n}\n',
        '{\n  "resource": 3,\n  "severity": 8,\n  "message": "x",\n  "startLineNumber": 1,\n  "endColumn": 4\n}\n',
        '{"resource": "aws_instance.web", "severity": "high", "message": "x", "startLineNumber": 0}\n',
        '{\n  "resource": "/a.py",\n  "resource": "/b.py"\n}\n',
    ],
)
def test_other_objects_with_such_a_key(text: str) -> None:
    assert chosen(text) == []


@pytest.mark.parametrize("line", ['"resource": "' * 4_000, '"resource": "\\"' + '"code": "\\"' * 5_000, '{"resource"'])
def test_hostile_lines_take_linear_time(line: str) -> None:
    started = time.process_time()
    chosen((line + "\n") * (600_000 // len(line)))
    assert time.process_time() - started < 10
