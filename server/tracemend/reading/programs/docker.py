"""What docker and Compose say: the daemon's answers, builds whose step failed, files that cannot be read.

`Error response from daemon: ` is the client's wrapping of what the daemon answers, `docker: ` stands before it in
`docker run` (docker/cli). A failed build of BuildKit ends with the place in the Dockerfile, its lines with `>>>` before
those that failed, and `ERROR: failed to solve: ` (buildkit/util/progress, errdefs; buildx's `ERROR: failed to build: `
before it since 0.22, Compose's `target web: `); the older builder with `The command '...' returned a non-zero code: 1`.
What the step itself printed is read by its own readers. A container whose program the system does not start prints one
line, `exec /app/start.sh: exec format error`, until runc 1.1 `standard_init_linux.go:228: exec user process caused: `.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore
from tracemend.reading.shells import signals

_CLIENTS = frozenset({"docker", "docker-compose", "podman", "podman-compose", "nerdctl", "buildx", "compose"})

_SAYS = lazy.regex(
    r"(?:Error response from daemon|error during connect): \S"
    r"|(?:Got )?permission denied while trying to connect to the "
    r"[Dd]ocker|(?:Cannot|Couldn't) connect to (?:the )?Docker daemon|failed to connect to the docker API"
    r"|failed to solve"
    r"|failed to (?:build|read dockerfile|compute cache key|create LLB|authorize|fetch oauth|do request)"
    r"|unable to prepare context: |unknown (?:shorthand )?flag: |unknown command: docker "
    r"|'[^']{1,200}' is not a docker "
    r"|The command '.{1,4000}' returned a non-zero code: \d|executor failed running \[|(?:COPY|ADD) failed: "
    r"|No such (?:container|image|network|volume|service|object)(?::| )|no configuration file provided: not found"
    r"|[Cc]an't find a suitable configuration file|The Compose file '.{1,400}' is invalid|no such service: "
    r"|service \"[^\"]{1,200}\" (?:refers|depends|has|is not|didn't)|services\.\S{1,200} (?:must|additional|Additional)"
    r"|(?:validating|parsing) \S{1,400}\.ya?ml: |yaml: (?:line \d+: |unmarshal|while )|OCI runtime (?:create"
    r"|exec) failed"
    r"|pull access denied for |manifest (?:for .{1,300} not found|unknown)|toomanyrequests: |denied: requested access"
    r"|unauthorized: |[Ii]nvalid (?:hostPort|containerPort|reference format|interpolation format)|exec /\S{1,300}: "
    r"|driver failed programming external|Bind for \S{1,100} failed: |port is already allocated"
    r"|Conflict\. The container|Cannot (?:start|create container for) service \S"
    r"|no space left on device|dependency failed to start: container |container \S{1,200} is (?:unhealthy|not running)"
    r"|['\"][^'\"]{1,200}['\"] requires (?:at least|at most|exactly) \d|invalid (?:reference format|spec|mount config"
    r"|proto)"
    r"|network \S{1,200} (?:declared|not found)|Pool overlaps|unsupported (?:Compose|config)|version in \"|No such file"
)
_NOT_EXECUTED = lazy.regex(
    r"exec [^\s:][^:]{0,299}: "
    r"(?:exec format error|no such file or directory|permission denied|operation not permitted"
    r"|argument list too long|not a directory|too many levels of symbolic links)$"
    r"|(?:panic: )?standard_init_linux\.go:\d{1,5}:? exec user process caused:? \S"
)
"""What a container's first process says where the system refuses to start its program: runc's words, Go's reasons."""
_PREFIX = lazy.regex(
    r"(?:(?:docker(?:-compose)?|podman): (?!\d)|(?:ERROR|Error|error): )?(?:for \S{1,200} {1,2}"
    r"|target \S{1,200}: )?"
)
_SERVICE = lazy.regex(r"ERROR: for \S{1,200} {1,2}Cannot (?:start|create container for) service ")
"""How docker-compose, the program before `docker compose`, begins."""
_BUILD = lazy.regex(r"(?:ERROR: |target \S{1,200}: )?(?:failed to (?:solve|build)|executor failed running)")
_PLACE = lazy.regex(r"(?P<path>[^\s:][^:]{0,300}):(?P<line>\d{1,6})$")
_RULE = lazy.regex(r"-{20,}$")
_SOURCE = lazy.regex(r"\s{0,10}(?P<line>\d{1,6})? ?\| (?P<mark>>>>)?(?P<text>.*)")
_STATUS = lazy.regex(
    r"(?:did not complete successfully: exit code|returned a non-zero code|exit status|exited with code): ?(\d{1,5})\b"
)
_TAIL = lazy.regex(r"(?:See|Run) '?docker|Run 'docker|Is the docker daemon running\?")
_OWN_BEGINNINGS = (
    "docker: ",
    "docker-compose: ",
    "podman: ",
    "OCI runtime ",
    "The Compose file '",
    "Pool overlaps",
    "pull access denied for ",
)
_MOST_SOURCE = 60


class _Docker:
    """Reads one failure of docker, podman or Compose."""

    name = "docker"

    opens = staticmethod(openings.docker)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        place = _PLACE.match(line)
        if place:
            return _placed(lines, at, final, place)
        ours = bool(_CLIENTS.intersection(programs(hints.command)))
        text = line.strip()
        prefix = _PREFIX.match(text)
        rest = text[prefix.end() :] if prefix else text
        if _NOT_EXECUTED.match(rest):
            return complaint("docker", rest, at, at + 1)
        if not _SAYS.match(rest) or not (ours or _certain(text)):
            return None
        return _said(lines, at, final, rest)


def _certain(text: str) -> bool:
    """Whether nobody but docker says so."""
    return (
        bool(_BUILD.match(text))
        or text.startswith(_OWN_BEGINNINGS)
        or "aemon" in text[:200]
        or "docker API" in text
        or bool(_SERVICE.match(text))
        or (text.startswith("The command '") and " returned a non-zero code: " in text)
    )


def _said(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore:
    """A message of a line, with the advice below it."""
    end = at + 1
    notes: list[str] = []
    if message.endswith("is invalid because:"):
        while end < len(lines) and end < at + 20 and lines[end].strip():
            message += "\n" + lines[end].strip()
            end += 1
    index = end
    while index < min(len(lines), end + 2):
        if _TAIL.match(lines[index]):
            notes.append(lines[index].strip())
            return complaint("docker", message, at, index + 1, notes=notes, code=_code(message))
        if lines[index].strip():
            return complaint("docker", message, at, end, code=_code(message))
        index += 1
    if index >= len(lines) and not final:
        return MORE
    return complaint("docker", message, at, end, code=_code(message))


def _code(message: str) -> str | None:
    """The signal that ended a step, where the status that is told says so."""
    found = _STATUS.search(message[-200:])
    return signals.of_status(int(found[1])) if found else None


def _placed(lines: Sequence[str], at: int, final: bool, place: re.Match[str]) -> Block | NeedMore | None:
    """A build that failed at a line of a Dockerfile, which is shown between two rules above the message."""
    if at + 1 >= len(lines):
        return None if final else MORE
    if not _RULE.match(lines[at + 1]):
        return None
    source = None
    number = int(place["line"])
    index = at + 2
    while index < min(len(lines), at + _MOST_SOURCE):
        line = lines[index]
        if _RULE.match(line):
            break
        shown = _SOURCE.match(line)
        if not shown:
            return None
        if shown["mark"] and source is None:
            source = shown["text"].strip()
            number = int(shown["line"]) if shown["line"] else number
        index += 1
    else:
        return MORE if index == len(lines) and not final else None
    if index + 1 >= len(lines):
        return None if final else MORE
    found = _PREFIX.match(lines[index + 1])
    rest = lines[index + 1][found.end() :] if found else lines[index + 1]
    if not _SAYS.match(rest):
        return None
    frames = (Frame(place["path"], number, source=source),)
    return complaint("docker", rest, at, index + 2, code=_code(rest), frames=frames)


DIALECT = _Docker()
