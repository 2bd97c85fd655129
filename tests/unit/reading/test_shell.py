"""Texts of bash 5.2, dash 0.5.12, zsh 5.9, ksh 93u+m, mksh 59c, BusyBox 1.35, tcsh 6.24, yash 2.52, fish 3.6 and
command-not-found 23.04 (Debian 12); those of PowerShell and cmd were not provoked here, but taken from issue threads
(PowerShell/PowerShell#16870, microsoft/cross-tenant#33, ChuckPa/DBRepair#193) and public repositories."""

from __future__ import annotations

import pytest
from tracemend.reading.scanner import read_text
from tracemend.reading.shells.shell import DIALECT

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


@pytest.mark.parametrize(
    ("line", "number", "message"),
    [
        ('errs.sh: line 14: 1/0: division by 0 (error token is "0")', 14, '1/0: division by 0 (error token is "0")'),
        ("misc.sh: line 6: local: can only be used in a function", 6, "local: can only be used in a function"),
        ("misc.sh: 1: [: Illegal number: x", 1, "[: Illegal number: x"),
        ("errs.sh[2]: foocmd: not found", 2, "foocmd: not found"),
        ("errs.sh[3]: ./x.sh: cannot execute [Permission denied]", 3, "./x.sh: cannot execute [Permission denied]"),
        ("syn1.sh: syntax error at line 3: `then' unmatched", 3, "syntax error at line 3: `then' unmatched"),
        ("E: errs.sh[2]: foocmd: inaccessible or not found", 2, "foocmd: inaccessible or not found"),
        ("errs.sh: cd: line 5: can't cd to /x: No such file or directory", 5, None),
        ("errs.sh: line 10: can't create /nonexistent/y: nonexistent directory", 10, None),
        ("missing.sh:source:12: no such file or directory: missing.sh", 12, None),
        ("misc.sh:[:3: ']' expected", 3, "']' expected"),
        ("errs.sh:14: division by zero", 14, "division by zero"),
        ("syn1.sh:3: syntax error: `fi' is missing", 3, "syntax error: `fi' is missing"),
    ],
)
def test_other_shells_scripts(line: str, number: int, message: str | None) -> None:
    """ksh, mksh, BusyBox, zsh and yash."""
    report = only(DIALECT, line)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == (line.partition(".sh")[0].lstrip("E: ") + ".sh", number)
    assert message is None or report.message == message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("bash: foo: command not found...", "foo: command not found"),  # Fedora's PackageKit asks to install it
        ("bash: fg: current: no such job", "fg: current: no such job"),
        ("ksh: cd: /nonexistent: [No such file or directory]", "cd: /nonexistent: [No such file or directory]"),
        ("yash: no such command `foocmd'", "no such command `foocmd'"),
        ("sh: x: bad number", "x: bad number"),
        ("zsh: division by zero", "division by zero"),
        ("foocmd: Command not found.", "foocmd: Command not found."),  # tcsh
    ],
)
def test_at_the_prompt(line: str, message: str) -> None:
    assert only(DIALECT, line).message == message


def test_handlers_of_missing_commands() -> None:
    report = only(DIALECT, "Command 'jupyter' not found, but can be installed with:\napt install jupyter-core\ndone")
    assert report.message == "Command 'jupyter' not found, but can be installed with:"
    assert (report.notes, report.span.end) == (("apt install jupyter-core",), 2)
    report = only(
        DIALECT,
        """
        Command 'python' not found, did you mean:
          command 'python3' from deb python3
          command 'python' from deb python-is-python3
        """,
    )
    assert report.notes == ("command 'python3' from deb python3", "command 'python' from deb python-is-python3")
    report = only(
        DIALECT,
        """
        Command 'ifconfig' is available in the following places
         * /sbin/ifconfig
         * /usr/sbin/ifconfig
        ifconfig: command not found
        """,
    )
    assert report.span.end == 4


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
    "line",
    [
        "Access is denied.",
        "The filename, directory name, or volume label syntax is incorrect.",
        "The process cannot access the file because it is being used by another process.",
        "The syntax of the command is incorrect.",
        "The system cannot find the batch label specified - done",
        "A subdirectory or file build already exists.",
        ") was unexpected at this time.",
        "The system cannot find the path specified.",
    ],
)
def test_cmd_alone(line: str) -> None:
    assert only(DIALECT, line).message == line


def test_powershell_that_cannot_parse() -> None:
    report = only(
        DIALECT,
        """
        At C:\\shop\\Setup.ps1:581 char:200
        + ... ing]$appId, $appSecretCert, [string]$appReplyUrl, [string]$appName) {
        +                                                                         ~
        Missing closing '}' in statement block or type definition.
            + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
            + FullyQualifiedErrorId : MissingEndCurlyBrace
        """,
    )
    assert report.message == "Missing closing '}' in statement block or type definition."
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("C:\\shop\\Setup.ps1", 581)
    assert report.notes[-1] == "FullyQualifiedErrorId : MissingEndCurlyBrace"
    assert report.span.end == 6


def test_the_concise_view_of_powershell_7() -> None:
    report = only(
        DIALECT,
        """
        ParserError: /home/me/AzGovVizParallel.ps1:216
        Line |
         216 |  … ata-ga-click="(Logged out) Header, go to Features">Features <span cla …
             |                                                                ~
             | The '<' operator is reserved for future use.

        pwsh version 7.1.3
        """,
    )
    assert report.message == "The '<' operator is reserved for future use."
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/me/AzGovVizParallel.ps1", 216)
    assert report.span.end == 5


def test_the_concise_view_of_the_first_versions_of_powershell_7() -> None:
    """As PowerShell/PowerShell#10760 and #10877 quote it, shortened to one line of details."""
    report = only(
        DIALECT,
        """
        ParserError:
        Line |
           1 | $a=Get-Process -Id $PID | Format-List * | Out-Default | Select-String "Container" | 0/1
             |                                                                                     ^ 
             | Expressions are only allowed as the first element of a pipeline.
        """,  # noqa: W291
    )
    assert report.message == "Expressions are only allowed as the first element of a pipeline."
    report = only(
        DIALECT,
        """
        Test-Error: C:\\ROM\\z\\bad-error.ps1
        Line |
          11 | Test-Error
             | ^ Oops, error! Details: - Somewhat long details line 1, and more somewhat long details line 1.
             | details line 2.
        """,
    )
    assert report.message.startswith("Oops, error! Details: ")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("C:\\ROM\\z\\bad-error.ps1", 11)


def test_powershell_in_another_language() -> None:
    report = only(
        DIALECT,
        """
        . : 无法加载文件 C:\\Users\\my\\profile.ps1，因为在此系统上禁止运行脚本。
        有关详细信息，请参阅 https:/go.microsoft.com/fwlink/?LinkID=135170 中的 about_Execution_Policies。
        所在位置 行:1 字符: 3
        + . 'C:\\Users\\my\\profi ...
        +   ~~~~~~~~~~~~~~~~~~~~~~
            + CategoryInfo          : SecurityError: (:) []，PSSecurityException
            + FullyQualifiedErrorId : UnauthorizedAccess
        """,
    )
    assert report.message.startswith("无法加载文件 C:\\Users\\my\\profile.ps1")
    assert report.notes[-1] == "FullyQualifiedErrorId : UnauthorizedAccess"
    assert report.user_frame is None


def test_what_dotnet_throws_in_powershell() -> None:
    report = only(
        DIALECT,
        """
        Exception calling "SendWait" with "1" argument(s):
          "Keyword "ass" is not valid."
        At line:1 char:174
        + ... 0x007d)$([char]0x0077)$([char]0x006f)$([char]0x0072)$([char]0x0064)")
            + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
            + FullyQualifiedErrorId : ArgumentException
        """,
    )
    assert report.message == 'Exception calling "SendWait" with "1" argument(s): "Keyword "ass" is not valid."'


def test_what_a_program_printed_is_not_powershells() -> None:
    text = """
        python.exe : Loading the LM will be faster if you build a binary file.
        At C:\\shop\\run_experiment.ps1:18 char:5
        +     & $Cmd @ArgList 1> $OutFile 2>&1
        +     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            + CategoryInfo          : NotSpecified: (Loading the LM ... a binary file.:String) [], RemoteException
            + FullyQualifiedErrorId : NativeCommandError
        """
    assert read(DIALECT, text) == []


def test_the_cheap_pass_finds_them() -> None:
    for line in (
        "errs.sh:cd:5: no such file or directory: /nonexistent",
        "errs.sh[2]: foocmd: not found",
        "Access is denied.",
        "拒绝访问。",
        "Command 'jupyter' not found, but can be installed with:",
        "bash : ligne 1 : foocmd : commande introuvable",
        "'foo' 不是内部或外部命令，也不是可运行的程序",
    ):
        blocks = read_text(f"all is well\n{line}\n\n")
        assert [report.span.start for block in blocks for report in block] == [2], line


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
        "Name : jupyter",
        "name : value\nversion : 3",
        "At 12:30 char:5 came up",
        "Access is denied. Ask again.",
        "Content-Type: text/html; charset=utf-8",
        "Mon : 12\nTue : 13\n+ 14",
        "The system cannot find the path specified. See the documentation.",
        '127.0.0.1 - - [23/Nov/2026 18:35:13] "GET / HTTP/1.1" 200 -',
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_commands_that_show_text_may_fail_themselves() -> None:
    assert only(DIALECT, "cat: foo: Is a directory", command="cat foo").message == "cat: foo: Is a directory"
    assert read(DIALECT, "touch: x: Permission denied", command="cat notes.txt") == []
    assert len(read(DIALECT, "bash: gti: command not found", command="gti log")) == 1
    handler = "Command 'tree' not found, but can be installed with:\napt install tree"
    assert len(read(DIALECT, handler, command="tree src")) == 1
    assert read(DIALECT, handler, command="cat notes.txt") == []


def test_hostile_lines_take_no_time() -> None:
    for line in (
        "a: " * 60_000,
        " " * 100_000 + "^",
        ":" * 100_000,
        "x : " * 50_000 + "is not recognized as a name",
        "a (line " * 50_000,
    ):
        assert read(DIALECT, line) == []


def test_a_function_over_an_alias() -> None:
    text = "(eval):1: defining function based on alias `k'\n(eval):1: parse error near `()'\n"
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.message, report.span) == ("defining function based on alias `k'", (1, 2))
