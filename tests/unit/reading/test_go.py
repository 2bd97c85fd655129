"""Texts of Go 1.19 (Debian 12), provoked."""

from __future__ import annotations

import pytest
from tracemend.reading.builds.go import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

COMPILED = """
# command-line-arguments
./a.go:2:8: imported and not used: "fmt"
./a.go:3:15: x declared but not used
"""

PANIC = """
panic: runtime error: index out of range [3] with length 0

goroutine 1 [running]:
main.main()
\t/home/dev/x/a.go:2 +0x1a
exit status 2
"""


def test_findings_of_the_compiler() -> None:
    first, second = read(DIALECT, COMPILED)
    assert (first.tool, first.message) == ("go", 'imported and not used: "fmt"')
    assert second.user_frame is not None
    assert (second.user_frame.path, second.user_frame.line, second.user_frame.column) == ("./a.go", 3, 15)
    assert len(read_text(COMPILED)) == 2
    text = "a.go:2:8: no required module provides package nosuch.invalid/x; to add it:\n\tgo get nosuch.invalid/x\n"
    report = only(DIALECT, text)
    assert report.message.split("\n")[1] == "go get nosuch.invalid/x"
    assert only(DIALECT, "a.go:2:15: expected '}', found 'EOF'", command="gofmt a.go").message.startswith("expected")


def test_a_test_that_failed() -> None:
    text = "--- FAIL: TestX (0.00s)\n    a_test.go:3: no 3\nFAIL\nexit status 1\nFAIL\tx\t0.002s\n"
    report = only(DIALECT, text)
    assert (report.message, report.notes) == ("no 3", ("TestX",))
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == ("a_test.go", 3)
    assert len(read_text(text)) == 1


def test_a_panic() -> None:
    report = only(DIALECT, PANIC)
    assert (report.exception, report.message) == ("panic", "runtime error: index out of range [3] with length 0")
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == ("/home/dev/x/a.go", 2)
    ((found,),) = read_text(PANIC, Hints("go run a.go", 1))
    assert (found.message, found.user_frame) == (report.message, report.user_frame)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("a.go:12:3: func main() {", None),
        ("a.go:12:3: cannot use x", "grep -n --column cannot a.go"),
        ("panic: keep calm", None),
        ("--- FAIL: TestX (0.00s)\n    --- FAIL: TestX/part (0.00s)", None),
        ("--- PASS: TestX (0.00s)", None),
    ],
)
def test_silence(text: str, command: str | None) -> None:
    assert read(DIALECT, text, command=command) == []
