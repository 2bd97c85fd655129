"""Texts of cargo 1.95, ruff 0.17.6 and maturin 1.16.0, provoked; the panic in one line is the source's of Rust before
1.73 (library/std/src/panicking.rs, default_hook)."""

from __future__ import annotations

import pytest
from tracemend.reading.builds.rust import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import counted, only, read

PANIC = """
thread 'main' (15939) panicked at src/main.rs:1:55:
index out of bounds: the len is 0 but the index is 3
stack backtrace:
   0: __rustc::rust_begin_unwind
             at /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/std/src/panicking.rs:689:5
   6: x::main
             at ./src/main.rs:1:55
note: Some details are omitted, run with `RUST_BACKTRACE=full` for a verbose backtrace.
"""

FAILED_TEST = """
thread 't' (16033) panicked at src/main.rs:1:18:
assertion `left == right` failed
  left: 1
 right: 2
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace


failures:
    t

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.19s

error: test failed, to rerun pass `--bin x`
"""

MANIFEST = """
error: failed to parse manifest at `/home/dev/x/Cargo.toml`

Caused by:
  no targets specified in the manifest
  either src/lib.rs, src/main.rs, a [lib] section, or [[bin]] section must be present
💥 maturin failed
  Caused by: Cargo metadata failed. Does your crate compile with `cargo build`?
  Caused by: `cargo metadata` exited with an error:
"""

RUFF = """
ruff failed
  Cause: Failed to parse /home/dev/x/pyproject.toml
  Cause: TOML parse error at line 1, column 1
  |
1 | [tool.ruff]
  | ^^^^^^^^^^^
unknown field `foo`
"""


def test_a_panic() -> None:
    report = only(DIALECT, PANIC, command="cargo run", exit_code=101)
    assert (report.tool, report.exception) == ("rust", "panic")
    assert report.message == "index out of bounds: the len is 0 but the index is 3"
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line, report.user_frame.column) == ("src/main.rs", 1, 55)
    assert report.span.end == 8
    assert len(read_text(PANIC)) == 1
    old = only(DIALECT, "thread 'main' panicked at 'no luck', src/main.rs:2:5")
    assert (old.message, old.user_frame and old.user_frame.line) == ("no luck", 2)


def test_a_test_that_failed() -> None:
    report, rerun = read(DIALECT, FAILED_TEST)
    assert report.message == "assertion `left == right` failed\n  left: 1\n right: 2"
    assert (rerun.tool, rerun.summary) == ("cargo", True)
    assert counted([report, rerun]) == [report]


def test_an_error_with_its_causes() -> None:
    error, failed = read(DIALECT, MANIFEST)
    assert error.tool == "cargo"
    assert error.message.split("\n")[1] == "no targets specified in the manifest"
    assert (failed.tool, failed.summary) == ("maturin", True)
    report = only(DIALECT, "💥 maturin failed\n  Caused by: Can't find /home/dev/x/Cargo.toml (in /home/dev/x)")
    assert (report.message, report.summary) == ("Can't find /home/dev/x/Cargo.toml (in /home/dev/x)", False)
    ((ruff,),) = read_text(RUFF)
    assert (ruff.tool, ruff.message.split("\n")[-1], ruff.span.end) == ("ruff", "unknown field `foo`", 8)


def test_a_manifest_that_cannot_be_parsed() -> None:
    text = "error: unclosed table, expected `]`\n --> Cargo.toml:1:9\n  |\n1 | [package\n  |         ^\n"
    report = only(DIALECT, text, command="cargo build", exit_code=101)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line, report.user_frame.column) == ("Cargo.toml", 1, 9)
    assert report.user_frame.source == "[package"
    assert report.message == "unclosed table, expected `]`"


@pytest.mark.parametrize(
    "text",
    [
        "the build failed",
        "ruff failed",
        "error: cannot open the file",
        "thread 'main' has started",
        'warning: `x` (bin "x") generated 1 warning',
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_run_that_ended_well() -> None:
    assert read(DIALECT, PANIC, command="cargo test", exit_code=0) == []
    assert read_text(PANIC, Hints("grep -r panicked .", 0)) == []


def test_the_output_of_a_build_script() -> None:
    text = (
        "error: failed to run custom build command for `box-ffi v0.20.3`\n\nCaused by:\n  process didn't exit "
        "successfully: `target/build-script-build` (exit status: 1)\n  --- stdout\n  cargo:rerun-if-changed=a\n\n"
        "  --- stderr\n  error: the version is too new\nwarning: build failed, waiting for other jobs to finish...\n"
    )
    (report,) = read(DIALECT, text)
    assert report.message.endswith("--- stderr\nerror: the version is too new")
