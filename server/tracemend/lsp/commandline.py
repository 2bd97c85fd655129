"""What a command line tells of its output: of which machine it is, and whether its exit status is the program's."""

from __future__ import annotations

import re

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
_PARTS = re.compile(r"\|\|?|&&?|;|\n")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w{0,200}=")
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


def _name(word: str) -> str:
    return word.strip("\"'(").replace("\\", "/").rpartition("/")[2].lower().removesuffix(".exe")
