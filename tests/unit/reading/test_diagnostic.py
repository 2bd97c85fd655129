from __future__ import annotations

import pytest
from tracemend.reading.findings.diagnostic import family, from_diagnostic, short_code


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Pylance", "pyright"),
        ("Pyright", "pyright"),
        ("basedpyright", "pyright"),
        ("Mypy", "mypy"),
        ("mypy (dmypy)", "mypy"),
        ("dmypy", "mypy"),
        ("Ruff", "ruff"),
        ("Pylint", "pylint"),
        ("Flake8", "flake8"),
        ("pycodestyle", "flake8"),
        ("Pyre", "pyre"),
        ("", ""),
    ],
)
def test_families(source: str, name: str) -> None:
    assert family(source) == name


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("E1101:no-member", "E1101"),
        ("reportOptionalMemberAccess", "reportOptionalMemberAccess"),
        (501, "501"),
        ("invalid-syntax", "invalid-syntax"),
        ("a:b", "a:b"),
        ("", None),
        (None, None),
    ],
)
def test_codes(code: str | int | None, short: str | None) -> None:
    assert short_code(code) == short


def test_a_finding() -> None:
    report = from_diagnostic(
        "/home/me/opt.py",
        "Pylance",
        "reportOptionalMemberAccess",
        '"group" is not a known attribute of "None"\n\u00a0\u00a0more',
        1,
        (6, 14),
        (6, 19),
    )
    assert (report.tool, report.severity, report.code) == ("pyright", "error", "reportOptionalMemberAccess")
    assert report.message == '"group" is not a known attribute of "None"\n  more'
    assert (report.span.start, report.span.end) == (1, 1)
    frame = report.user_frame
    assert frame is not None
    assert (frame.path, frame.line, frame.column, frame.end_line, frame.end_column) == ("/home/me/opt.py", 6, 14, 6, 19)
    assert report.frames == (frame,)


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        (1, "error"),
        (2, "warning"),
        (4, "warning"),
        ("error", "error"),
        ("Error", "error"),
        ("refactor", "warning"),
        (None, "error"),
    ],
)
def test_severities(given: str | int | None, severity: str) -> None:
    assert from_diagnostic("a.py", "x", None, "m", given, (1, 1)).severity == severity
