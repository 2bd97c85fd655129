from __future__ import annotations

import pytest
from tracemend.reading.pip import DIALECT
from tracemend.reading.report import Block, Hints

from .asking import only, read

EXTERNALLY_MANAGED = """
error: externally-managed-environment

× This environment is externally managed
╰─> To install Python packages system-wide, try apt install
    python3-xyz, where xyz is the package you are trying to
    install.
    
    If you wish to install a non-Debian-packaged Python package,
    create a virtual environment using python3 -m venv path/to/venv.

note: If you believe this is a mistake, please contact your OS distribution provider.
hint: See PEP 668 for the detailed specification.
$ ls
"""  # noqa: W293

FAILED_BUILD = """
Processing ./b
  Preparing metadata (pyproject.toml): finished with status 'error'
  error: subprocess-exited-with-error
  
  × Preparing metadata (pyproject.toml) did not run successfully.
  │ exit code: 1
  ╰─> [4 lines of output]
      Traceback (most recent call last):
        File "/home/me/b/bk.py", line 3, in build_wheel
          raise RuntimeError("no compiler here")
      RuntimeError: no compiler here
      [end of output]
  
  note: This error originates from a subprocess, and is likely not a problem with pip.
error: metadata-generation-failed

× Encountered error while generating package metadata.
╰─> See above for output.

note: This is an issue with the package mentioned above, not pip.
hint: See above for details.
done
"""  # noqa: W293


def test_no_matching_distribution_is_one_error() -> None:
    report = only(
        DIALECT,
        """
        Collecting flask-nosuch-zz==1
        ERROR: Could not find a version that satisfies the requirement flask-nosuch-zz==1 (from versions: none)
        ERROR: No matching distribution found for flask-nosuch-zz==1
        """,
    )
    assert (report.tool, report.severity, report.exception) == ("pip", "error", None)
    assert report.message.split("\n") == [
        "Could not find a version that satisfies the requirement flask-nosuch-zz==1 (from versions: none)",
        "No matching distribution found for flask-nosuch-zz==1",
    ]
    assert (report.span.start, report.span.end) == (2, 3)


def test_versions_that_were_ignored_are_a_note() -> None:
    report = only(
        DIALECT,
        """
        ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.13
        ERROR: Could not find a version that satisfies the requirement demo==2.0 (from versions: 1.0)
        ERROR: No matching distribution found for demo==2.0
        """,
    )
    assert report.first_line.startswith("Could not find a version")
    assert report.notes[0].startswith("Ignored the following versions")


def test_errors_that_do_not_belong_together() -> None:
    reports = read(
        DIALECT, "ERROR: Failed building wheel for a\nERROR: Failed building wheel for b", command="pip install a b"
    )
    assert [report.message for report in reports] == ["Failed building wheel for a", "Failed building wheel for b"]


def test_a_hint_and_indented_lines() -> None:
    report = only(
        DIALECT, "ERROR: Invalid requirement: './nodir'\nHint: It looks like a path. File './nodir' does not exist."
    )
    assert report.message == "Invalid requirement: './nodir'"
    assert report.notes == ("It looks like a path. File './nodir' does not exist.",)


def test_a_conflict() -> None:
    report = only(
        DIALECT,
        """
        ERROR: Cannot install a==2.31.0 and b==1.20 because these package versions have conflicting dependencies.

        The conflict is caused by:
            The user requested b==1.20
            a 2.31.0 depends on b<3 and >=1.21.1

        To fix this you could try to:
        1. loosen the range of package versions you've specified
        2. remove package versions to allow pip attempt to solve the dependency conflict

        ERROR: ResolutionImpossible: for help visit the manual
        """,
    )
    assert report.first_line.startswith("Cannot install a==2.31.0 and b==1.20")
    assert "    a 2.31.0 depends on b<3 and >=1.21.1" in report.message
    assert report.span.end == 11


def test_a_boxed_message() -> None:
    report = only(DIALECT, EXTERNALLY_MANAGED)
    lines = report.message.split("\n")
    assert lines[:3] == [
        "externally-managed-environment",
        "This environment is externally managed",
        "To install Python packages system-wide, try apt install",
    ]
    assert lines[-1].startswith("create a virtual environment")
    assert report.notes == (
        "If you believe this is a mistake, please contact your OS distribution provider.",
        "See PEP 668 for the detailed specification.",
    )
    assert (report.span.start, report.span.end) == (1, 12)


def test_a_failed_build_and_the_exception_in_its_output() -> None:
    inner, report = read(DIALECT, FAILED_BUILD)
    assert report.first_line == "subprocess-exited-with-error"
    assert "exit code: 1" in report.message
    assert "RuntimeError: no compiler here" in report.message
    assert (report.span.start, report.span.end) == (3, 21)
    assert (inner.exception, inner.message) == ("RuntimeError", "no compiler here")
    assert (inner.span.start, inner.span.end) == (8, 11)
    assert inner.chain is not None
    assert (inner.chain.of, inner.chain.how) == (1, "cause")
    assert inner.user_frame is not None
    assert inner.user_frame.path == "/home/me/b/bk.py"


@pytest.mark.parametrize(
    ("text", "first", "notes"),
    [
        (
            "error: No solution found when resolving dependencies\n"
            "  cause: Because there is no version of six==99 and you require six==99, we can conclude nothing.",
            "No solution found when resolving dependencies",
            0,
        ),
        (
            "  × No solution found when resolving dependencies:\n  ╰─▶ Because there is no version of six==99",
            "No solution found when resolving dependencies:",
            0,
        ),
        (
            "error: The interpreter at `/usr` is externally managed, and indicates the following:\n\n"
            "  To install Python packages system-wide, try apt install\n\n"
            "hint: Consider creating a virtual environment, e.g., with `uv venv`",
            "The interpreter at `/usr` is externally managed, and indicates the following:",
            1,
        ),
    ],
)
def test_uv(text: str, first: str, notes: int) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.first_line, len(report.notes)) == ("uv", first, notes)
    assert "\n" in report.message
    assert "╰" not in report.message


def test_the_command_tells_whose_error_it_is() -> None:
    assert only(DIALECT, "ERROR: anything at all", command="python3 -m pip install x").tool == "pip"
    assert only(DIALECT, "error: anything at all", command="uv sync").tool == "uv"
    assert read(DIALECT, "ERROR: anything at all", command="docker build .") == []


@pytest.mark.parametrize(
    "text",
    [
        "ERROR: not found: test_calc.py::test_nope",
        "ERROR: failed to solve: process did not complete",
        "error: config file missing",
        "error: pathspec 'x' did not match any file(s) known to git",
        "error: something-else\nno box follows",
        "ERROR: Exception:\nTraceback (most recent call last):",
        "WARNING: Skipping nothere as it is not installed.",
        "2026-11-23 18:35:18 ERROR: 0 errors",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_long_build_output_is_bounded() -> None:
    body = "\n".join(f"      gcc -c file{number}.c" for number in range(3000))
    text = (
        f"  error: subprocess-exited-with-error\n  \n  × Building wheel failed.\n  ╰─> [3000 lines of output]\n{body}"
    )
    block = DIALECT.read(text.split("\n"), 0, True, Hints())
    assert isinstance(block, Block)
    assert len(block.reports[0].message.split("\n")) <= 200
