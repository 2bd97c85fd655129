"""Texts of bash 5.2, dash 0.5, zsh 5.9 and fish 3.6; those of PowerShell and cmd were not provoked here."""

from __future__ import annotations

import pytest
from tracemend.reading.shell import DIALECT

from .asking import only, read


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("bash: jupyterx: command not found", "jupyterx: command not found"),
        ("-bash: jupyterx: command not found", "jupyterx: command not found"),
        ("bash: line 1: jupyterx: command not found", "jupyterx: command not found"),
        ("/bin/sh: 1: jupyterx: not found", "jupyterx: not found"),
        ("sh: 1: jupyterx: not found", "jupyterx: not found"),
        ("dash: 1: cannot open missing.txt: No such file", "cannot open missing.txt: No such file"),
        ("dash: 1: cd: can't cd to /nonexistent", "cd: can't cd to /nonexistent"),
        ("bash: ./noexec.sh: Permission denied", "./noexec.sh: Permission denied"),
        ("bash: line 1: kill: (4194301) - No such process", "kill: (4194301) - No such process"),
        ("zsh: command not found: jupyterx", "command not found: jupyterx"),
        ("zsh:1: command not found: jupyterx", "command not found: jupyterx"),
        ("zsh:cd:1: no such file or directory: /nonexistent", "no such file or directory: /nonexistent"),
        ("zsh: no matches found: requests[socks]", "no matches found: requests[socks]"),
        ("zsh: can't open input file: ./absent.sh", "can't open input file: ./absent.sh"),
    ],
)
def test_the_shells_prefix_is_taken_off(line: str, message: str) -> None:
    report = only(DIALECT, line)
    assert (report.tool, report.severity, report.exception, report.message) == ("shell", "error", None, message)
    assert report.user_frame is None


@pytest.mark.parametrize(
    ("line", "path", "number", "message"),
    [
        ("s.sh: line 3: ./nope.sh: No such file or directory", "s.sh", 3, "./nope.sh: No such file or directory"),
        ("t.sh: line 10: [: x: integer expression expected", "t.sh", 10, "[: x: integer expression expected"),
        ("un.sh: line 2: nope: unbound variable", "un.sh", 2, "nope: unbound variable"),
        ("s.sh: 2: jupyterx: not found", "s.sh", 2, "jupyterx: not found"),
        ('s.sh: 8: Syntax error: end of file unexpected (expecting "fi")', "s.sh", 8, None),
        ("s.sh:cd:6: no such file or directory: /nonexistent", "s.sh", 6, None),
        ("s.sh:8: parse error near `\\n'", "s.sh", 8, "parse error near `\\n'"),
    ],
)
def test_a_scripts_line_is_a_frame(line: str, path: str, number: int, message: str | None) -> None:
    report = only(DIALECT, line)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == (path, number)
    assert message is None or report.message == message


def test_bash_repeats_the_line_it_could_not_read() -> None:
    report = only(DIALECT, "syn.sh: line 1: syntax error near unexpected token `)'\nsyn.sh: line 1: `echo )'")
    assert report.message == "syntax error near unexpected token `)'"
    assert report.user_frame is not None
    assert report.user_frame.source == "echo )"
    assert report.span.end == 2


@pytest.mark.parametrize(
    "line",
    [
        "touch: cannot touch '/etc/app.conf': Permission denied",
        "cat: d: Is a directory",
        "/usr/bin/env: ‘nopython’: No such file or directory",
        "sudo: appx: command not found",
        "cd: no such file or directory: /nonexistent",
    ],
)
def test_a_programs_message_keeps_its_name(line: str) -> None:
    assert only(DIALECT, line).message == line


def test_fish() -> None:
    report = only(DIALECT, "fish: Unknown command: jupyterx\nfish: \njupyterx\n^~~~~~~^")
    assert (report.message, report.span.end) == ("Unknown command: jupyterx", 4)
    report = only(DIALECT, "s.sh (line 7): Missing end to balance this if statement\nif true; then\n^^\ndone")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line, report.user_frame.source) == ("s.sh", 7, "if true; then")
    assert report.span.end == 3


def test_cmd() -> None:
    report = only(
        DIALECT,
        "'jupyterx' is not recognized as an internal or external command,\noperable program or batch file.\n\nC:\\>",
    )
    assert report.message == (
        "'jupyterx' is not recognized as an internal or external command, operable program or batch file."
    )
    assert report.span.end == 2


def test_powershell() -> None:
    report = only(
        DIALECT,
        """
        .venv\\Scripts\\activate : File C:\\shop\\.venv\\Scripts\\Activate.ps1 cannot be loaded because running
        scripts is disabled on this system. For more information, see about_Execution_Policies at
        https:/go.microsoft.com/fwlink/?LinkID=135170.
        At line:1 char:1
        + .venv\\Scripts\\activate
        + ~~~~~~~~~~~~~~~~~~~~~~
            + CategoryInfo          : SecurityError: (:) [], PSSecurityException
            + FullyQualifiedErrorId : UnauthorizedAccess
        """,
    )
    assert report.message.startswith(
        "File C:\\shop\\.venv\\Scripts\\Activate.ps1 cannot be loaded because running scripts is"
    )
    assert report.message.endswith("LinkID=135170.")
    assert report.span.end == 8
    report = only(
        DIALECT,
        """
        jupyterx : The term 'jupyterx' is not recognized as the name of a cmdlet, function, script file, or operable
        program. Check the spelling of the name.
        At C:\\shop\\start.ps1:3 char:5
        +     jupyterx
        """,
    )
    assert report.message.startswith("The term 'jupyterx' is not recognized as the name of a cmdlet")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line, report.user_frame.column) == ("C:\\shop\\start.ps1", 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "bash: no job control in this shell",
        "bash: cannot set terminal process group (6779): Inappropriate ioctl for device",
        "bash: warning: setlocale: LC_ALL: cannot change locale (xx)",
        "Permission check: granted",
        "13 EACCES Permission denied",
        "fix: add a note",
        "app.py: 3: done",
        "awk: line 1: finished",
        "README.md (line 3): a note\nwithout carets\nbelow",
        "fatal: cannot open 'x': No such file or directory",
        "OSError: [Errno 28] No space left on device",
        "python3: can't open file 'x.py': [Errno 1] Operation not permitted",
        "note: the server said: Connection refused",
        '127.0.0.1 - - [23/Nov/2026 18:35:13] "GET / HTTP/1.1" 200 -',
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_commands_that_show_text_may_fail_themselves() -> None:
    assert only(DIALECT, "cat: foo: Is a directory", command="cat foo").message == "cat: foo: Is a directory"
    assert read(DIALECT, "touch: x: Permission denied", command="cat notes.txt") == []
    assert len(read(DIALECT, "bash: gti: command not found", command="gti log")) == 1


def test_hostile_lines_take_no_time() -> None:
    for line in (
        "a: " * 60_000,
        " " * 100_000 + "^",
        ":" * 100_000,
        "x : " * 50_000 + "is not recognized as a name",
        "a (line " * 50_000,
    ):
        assert read(DIALECT, line) == []
