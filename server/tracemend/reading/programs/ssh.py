"""What OpenSSH's programs say: a host's key that changed, refused keys, connections that do not come about.

Sources: openssh-portable, sshconnect.c (the box about a changed key), authfile.c (the one about a key file's
permissions), sshconnect2.c (`Permission denied (publickey).`), packet.c and kex.c (closed connections). Git runs ssh
and adds `fatal: Could not read from remote repository.`; that belongs to the same report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_SAYS = lazy.regex(
    r"(?:\S{1,200}@\S{1,200}: )?Permission denied \([\w,-]{1,200}\)\.$|Host key verification failed\.$"
    r"|ssh: (?:connect to host|Could not resolve hostname|connect to address) \S.*|Load key \"[^\"]{1,400}\": \S.*"
    r"|kex_exchange_identification: \S.*|ssh_exchange_identification: \S.*|Unable to negotiate with \S.*"
    r"|(?:ssh_dispatch_run_fatal|client_loop|packet_write_wait|ssh_packet_connection_type): .*"
    r"|Received disconnect from \S{1,100} port \d+:\d+: .*|Could not open a connection to your authentication agent\."
    r"|sign_and_send_pubkey: \S.*|no matching host key type found\..*|Too many authentication failures"
    r"|Bad owner or permissions on \S.*|\S{1,300}: line \d+: Bad configuration option: .*"
    r"|No RSA host key is known for .*|Connection (?:closed|reset) by (?:remote host|[\da-f.:]+ port \d+)"
)
_BOX = lazy.regex(r"@{20,}$")
_BOXED = lazy.regex(r"@ +WARNING: (?P<what>[A-Z ]{10,60}!) +@$")
_OFFENDING = lazy.regex(r"Offending (?:\S{1,40} )?key (?:in|for IP in) (?P<path>[^:\s].{0,400}):(?P<line>\d{1,7})$")
_BOX_END = lazy.regex(
    r"Host key verification failed\.|Permission denied \(|\S+@\S+: Permission denied|Load key \""
    r"|This private key will be"
    r"|Agent forwarding is disabled|Password authentication is disabled|Keyboard-interactive"
)
_GIT = ("fatal: Could not read from remote repository.", "fatal: early EOF", "fatal: The remote end hung up")
_GIT_MORE = ("Please make sure you have the correct access rights", "and the repository exists.")
_MOST = 30


class _Ssh:
    """Reads one failure of ssh, scp, sftp or ssh-add."""

    name = "ssh"

    opens = staticmethod(openings.ssh)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        if _BOX.match(line):
            return _boxed(lines, at, final)
        text = line.strip()
        if not _SAYS.match(text):
            return None
        end = _with_git(lines, at + 1, final)
        if end is None:
            return MORE
        frame = re.match(r"(?P<path>\S{1,300}): line (?P<line>\d{1,7}): (?P<rest>.*)", text)
        if frame and frame["path"] != "command-line":
            place = Frame(frame["path"], int(frame["line"]))
            return complaint("ssh", frame["rest"], at, end, frames=(place,))
        return complaint("ssh", text.removeprefix("ssh: "), at, end)


def _with_git(lines: Sequence[str], end: int, final: bool) -> int | None:
    """The index after what git adds to a failure of ssh; None where more lines are needed to know."""
    if end >= len(lines):
        return end if final else None
    if not lines[end].strip().startswith(_GIT):
        return end
    end += 1
    blank = end
    while True:
        if blank >= len(lines):
            return end if final else None
        text = lines[blank].strip()
        if text.startswith(_GIT_MORE):
            end = blank + 1
        elif text or blank > end:
            return end
        blank += 1


def _boxed(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """A warning in a box, and what follows it until it is said what failed."""
    if at + 1 >= len(lines):
        return None if final else MORE
    found = _BOXED.match(lines[at + 1])
    if not found:
        return None
    said: list[str] = []
    frames: tuple[Frame, ...] = ()
    for index in range(at + 3, min(len(lines), at + _MOST)):
        line = lines[index].strip()
        if not line:
            break
        offending = _OFFENDING.match(line)
        if offending:
            frames = (Frame(offending["path"], int(offending["line"])),)
        said.append(line)
        if _BOX_END.match(line) and not line.startswith(("Password auth", "Agent forw", "Keyboard", "This private")):
            end = _with_git(lines, index + 1, final)
            return MORE if end is None else complaint("ssh", [found["what"], *said], at, end, frames=frames)
    else:
        if len(lines) < at + _MOST and not final:
            return MORE
    return complaint("ssh", [found["what"], *said], at, at + 3 + len(said), frames=frames) if said else None


DIALECT = _Ssh()
