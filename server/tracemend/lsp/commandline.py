"""What a command line tells of its output: of which machine it is, whether its exit status is the program's, and
whether its errors reach us through the spool."""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.context import Origin

_ELSEWHERE = frozenset(
    {
        "ssh",
        "mosh",
        "rsh",
        "telnet",
        "docker",
        "docker-compose",
        "podman",
        "podman-compose",
        "nerdctl",
        "buildah",
        "kubectl",
        "oc",
        "k9s",
        "minikube",
        "kind",
        "helm",
        "wsl",
        "vagrant",
        "multipass",
        "lima",
        "limactl",
        "lxc",
        "lxc-attach",
        "incus",
        "distrobox",
        "toolbox",
        "nsenter",
        "chroot",
        "systemd-nspawn",
        "devcontainer",
        "heroku",
        "fly",
        "flyctl",
        "gh",
        "glab",
        "act",
        "adb",
    }
)
_BEFORE = frozenset(
    {
        "sudo",
        "doas",
        "env",
        "time",
        "nohup",
        "exec",
        "command",
        "nice",
        "ionice",
        "timeout",
        "stdbuf",
        "setsid",
        "watch",
        "winpty",
    }
)
_OTHER_USER = frozenset({"sudo", "doas"})
_RUNNERS = frozenset({"uv", "poetry", "pipenv", "pdm", "hatch", "rye", "pixi", "pipx"})
"""Their `run` starts a program of an environment."""
_PYTHON = lazy.regex(r"(?:python|pypy)[\d.]{0,8}|pyw?")
_RUNNERS_VALUES = frozenset(
    {"--with", "--extra", "--group", "--python", "-p", "--project", "--directory", "--env-file"}
)
_PYTHONS_VALUES = frozenset({"-W", "-X"})
"""Options that take the next word as their value."""
_QUIET = frozenset(
    {"cd", "pushd", "popd", "export", "set", "unset", "source", ".", "clear", "true", "sleep", "activate"}
)
"""What stands beside a command and prints nothing that is worth to be read."""
_PARTS = lazy.regex(r"\|\|?|&&?|;|\n")
_ASSIGNMENT = lazy.regex(r"[A-Za-z_]\w{0,200}=")
_MAX = 4_000


def origin_of(command: str | None) -> Origin:
    """`elsewhere` where a part of the command line runs its program on another machine or in a container."""
    for part in _PARTS.split((command or "")[:_MAX]):
        words = [word for word in part.split() if not _ASSIGNMENT.match(word)]
        while words and _name(words[0]) in _BEFORE:
            words = words[1:]
            while words and (words[0].startswith("-") or words[0][:1].isdigit()):
                words = words[1:]
        if words and _name(words[0]) in _ELSEWHERE:
            return "elsewhere"
    return "here"


def status_of(command: str | None, exit_code: int | None) -> int | None:
    """The exit status, None where a 0 may be another program's: after `|`, `||` and `;` it is the last one's."""
    if exit_code == 0 and command and any(mark in command for mark in ("|", ";")):
        return None
    return exit_code


def in_spool(command: str | None) -> bool:
    """Whether `tracemend run` or `tracemend scan --here` hands over all errors that this command line can print.

    Not where it runs as another user, who has a spool of his own, and not where other commands print too.
    """
    if not command or "tracemend" not in command or len(command) > _MAX:
        return False
    try:
        pipelines = _pipelines(command)
    except ValueError:  # a quote that is not closed
        return False
    loud = [pipeline for pipeline in pipelines if not all(_name(part[0]) in _QUIET for part in pipeline)]
    return bool(loud) and all(map(_is_handed, loud))


def _pipelines(command: str) -> list[list[list[str]]]:
    """A command line's pipelines, each as the words of its commands. Raises ValueError where a quote stays open."""
    import shlex

    lexer = shlex.shlex(command.replace("\n", ";"), posix=True, punctuation_chars="();<>|&")
    lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
    pipelines: list[list[list[str]]] = [[[]]]
    for word in lexer:
        if word in ("|", "|&"):
            pipelines[-1].append([])
        elif not word.strip("();|&"):
            pipelines.append([[]])
        else:
            pipelines[-1][-1].append(word)
    parts = ([words for words in map(_without_assignments, pipeline) if words] for pipeline in pipelines)
    return [pipeline for pipeline in parts if pipeline]


def _without_assignments(words: list[str]) -> list[str]:
    while words and (_ASSIGNMENT.match(words[0]) or words[0] in ("&", "$", "{", "}", "!")):
        words = words[1:]
    return words


def _is_handed(pipeline: list[list[str]]) -> bool:
    """`tracemend run` anywhere in it, or `tracemend scan` at its end: what stands before goes to it alone."""
    asked = [_asked_of_us(words) for words in pipeline]
    if any(words[:1] == ["run"] and "--no-spool" not in _own_options(words) for words in asked):
        return True
    last = asked[-1]
    return last[:1] == ["scan"] and "--here" in last and not {"--no-spool", "--diagnostics"} & set(last)


def _own_options(words: Sequence[str]) -> list[str]:
    """The options of `run`, not those of the command that it runs."""
    own: list[str] = []
    rest = list(words[1:])
    while rest and rest[0].startswith("-") and rest[0] != "--":
        own.append(rest.pop(0))
        if own[-1] in ("--format", "--pack") and rest:
            rest.pop(0)
    return own


def _asked_of_us(words: list[str]) -> list[str]:
    """The words after `tracemend`, however it is started; none where another program is."""
    for _ in range(8):
        if not words:
            return []
        name, rest = _name(words[0]), words[1:]
        if name == "tracemend":
            return rest
        if name in _OTHER_USER:
            return []
        if name in _BEFORE:
            words = _past_options(rest)
        elif name == "uvx" or (name in _RUNNERS and rest[:1] == ["run"]):
            words = _past_options(rest if name == "uvx" else rest[1:], _RUNNERS_VALUES)
        elif name == "uv" and rest[:2] == ["tool", "run"]:
            words = _past_options(rest[2:], _RUNNERS_VALUES)
        elif _PYTHON.fullmatch(name):
            rest = _past_options(rest, _PYTHONS_VALUES)
            return rest[2:] if rest[:2] == ["-m", "tracemend"] else []
        else:
            return []
    return []


def _past_options(words: list[str], valued: frozenset[str] = frozenset()) -> list[str]:
    """Without options, durations and assignments in front. `-m` is no option to be passed over."""
    while words and words[0] != "-m" and (words[0][:1] in "-0123456789" or _ASSIGNMENT.match(words[0])):
        words = words[2 if words[0] in valued else 1 :]
    return words


def _name(word: str) -> str:
    return word.strip("\"'(").replace("\\", "/").rpartition("/")[2].lower().removesuffix(".exe")
