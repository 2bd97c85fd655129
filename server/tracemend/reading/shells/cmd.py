"""Windows' cmd: what it says of a missing command, in the languages of `localised_texts`, and its other complaints.

Texts of cmd's own message table and of FormatMessage, as Microsoft's documentation and issue threads quote them (the
tests name some); not provoked here. cmd prints each alone on its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import MORE, Block, NeedMore
from tracemend.reading.shells.posix_shell import block

_MISSING = lazy.regex(r"'[^']{1,300}' is not recognized as an internal or external command,?")
_SECOND = lazy.regex(r"operable program or batch file\.$")
_SECOND_LOCALISED = lazy.regex(
    r"或批处理文件。|konnte nicht gefunden werden\.|ou externe, un programme|(?:programa|un programma|program) .*"
    r"|ou externo, um programa|командой, исполняемой|操作可能なプログラム|배치 파일이 아닙니다"
)
_ALONE = frozenset(
    {
        "Access is denied.",
        "The command line is too long.",
        "The device is not ready.",
        "The directory is not empty.",
        "The directory name is invalid.",
        "The filename or extension is too long.",
        "The filename, directory name, or volume label syntax is incorrect.",
        "The input line is too long.",
        "The network path was not found.",
        "The process cannot access the file because it is being used by another process.",
        "The requested operation requires elevation.",
        "The syntax of the command is incorrect.",
        "The system cannot execute the specified program.",
        "The system cannot find the drive specified.",
        "The system cannot find the file specified.",
        "The system cannot find the path specified.",
        "There is not enough space on the disk.",
    }
)
_FORMS = lazy.regex(
    r"The system cannot find the (?:batch label specified - .{1,200}|file .{1,300}\.)$"
    r"|A subdirectory or file .{1,300} already exists\.$|\S{1,100} was unexpected at this time\.$"
    r"|This version of .{1,300} is not compatible with the version of Windows you're running\..*"
)


def cmd(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The complaint of cmd that begins at `lines[at]`."""
    line = lines[at].rstrip()
    if line in _ALONE or _FORMS.match(line):
        return block(line, at, at + 1, None)
    if _MISSING.match(line):
        return _two_lines(lines, at, final, _SECOND, " ")
    if line.isascii() and not line.startswith(('Der Befehl "', '"', "'")):
        return None
    from tracemend.reading.shells.localised import cmd_command, winerror_of

    if cmd_command(line) is not None:
        return _two_lines(lines, at, final, _SECOND_LOCALISED, "\n")
    alone = len(line) < 300 and line.endswith((".", "。")) and ":" not in line and "：" not in line
    return block(line, at, at + 1, None) if alone and winerror_of(line) is not None else None


def _two_lines(
    lines: Sequence[str], at: int, final: bool, second: re.Pattern[str], between: str
) -> Block | NeedMore | None:
    """A sentence that cmd breaks in two."""
    message = lines[at].strip()
    if message.endswith((".", "。")):
        return block(message, at, at + 1, None)
    if at + 1 >= len(lines):
        return block(message, at, at + 1, None) if final else MORE
    if second.match(lines[at + 1].strip()):
        return block(message + between + lines[at + 1].strip(), at, at + 2, None)
    return block(message, at, at + 1, None)
