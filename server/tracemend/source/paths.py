"""Printed paths as text: what a path may be called on this system, and what its parts are. Nothing is looked up.

Tools print paths in the spelling of the system that they ran on, which need not be the one that reads: a Windows
program in a WSL terminal, a Linux one in Git Bash, a CI runner, a container. The mappings are those that the systems
document: WSL mounts drives under `/mnt` and shows its own files as `//wsl.localhost/NAME` (earlier `//wsl$/NAME`),
MSYS has drives as `/c`, Cygwin as `/cygdrive/c`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tracemend import lazy
from tracemend.context import System
from tracemend.reading.tracebacks.frames import is_interactive, is_user_file

MAX_PATH = 4096

_DRIVE = lazy.regex(r"([A-Za-z]):(?=[\\/])")
_SHARE = lazy.regex(r"[\\/]{2}")
_VERBATIM = lazy.regex(r"\\\\[?.]\\(?=[A-Za-z]:\\)")
_WSL_SHARE = lazy.regex(r"[\\/]{2}(?:wsl\$|wsl\.localhost)[\\/]([^\\/]{1,200})([\\/].*)", re.IGNORECASE | re.DOTALL)
_UNIX_DRIVE = lazy.regex(r"/(?:mnt/|cygdrive/)?([A-Za-z])(/.*)", re.DOTALL)
_LINK = lazy.regex(r"file:(?://(?P<host>[^/]{0,255}))?(?P<path>/.*)", re.IGNORECASE | re.DOTALL)
_FRAGMENT = lazy.regex(r"#L?\d{1,7}$")
_BYTE_CODE = lazy.regex(r"(?:__pycache__[\\/])?([^\\/]{1,255}?)(?:\.[a-z]{2,20}-?\d{2,4}(?:\.opt-\w{1,9})?)?\.py[co]$")
_SEPARATORS = lazy.regex(r"[\\/]+")
_CUT = ("...", "…")
_COMPILED = (".pyx", ".pxi", ".pxd")
_INSTALLED = lazy.regex(
    r"[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib(?:64)?[\\/]python[23](?:\.\d{1,2})?[\\/]|"
    r"[\\/]Python(?:3\d{1,2})?[\\/]Lib[\\/]|[\\/]Python\.framework[\\/]",
    re.IGNORECASE,
)


def is_installed(path: str) -> bool:
    """Whether a printed path is of an installed Python or of a package: such files are the same everywhere."""
    if _INSTALLED.search(path):
        return True
    return not (is_user_file(path) or path.endswith(_COMPILED) or is_interactive(path))


def is_network(path: str) -> bool:
    """Whether a path is on a network share, by its spelling: looking at it would go out."""
    return _SHARE.match(path) is not None


def unwrapped(printed: str) -> str:
    """A printed path without quotes around it, and the path that a `file:` link means.

    A link to another host becomes a network path (`//host/share`).
    """
    path = printed
    if len(path) > 2 and path[0] == path[-1] and path[0] in "\"'`":
        path = path[1:-1]
    if path[:5].lower() == "file:" and (link := _LINK.fullmatch(path)):
        from urllib.parse import unquote

        path = unquote(_FRAGMENT.sub("", link["path"]))
        host = link["host"] or ""
        if host and host.lower() != "localhost":
            return f"//{host}{path}"
        if _DRIVE.match(path, 1):
            path = path[1:]
    return path


def spellings(printed: str, system: System, distro: str | None = None) -> tuple[str, ...]:
    """What the file of a printed path may be called on `system`, likeliest first; `distro`: the WSL system's name.

    Absolute, relative, or beginning with `~`. Nothing for what is no file (`<string>`), for paths that another
    system's alone are, for cut ones, and for network paths: a look at them would go out.
    """
    path = unwrapped(printed)
    if not path or path.startswith("<") or "\0" in path or len(path) > MAX_PATH or path.startswith(_CUT):
        return ()
    path = _VERBATIM.sub("", path, count=1)
    if is_network(path):
        own = _WSL_SHARE.fullmatch(path) if system != "windows" and distro else None
        if own is None or own[1].lower() != (distro or "").lower():
            return ()
        return _with_source(own[2].replace("\\", "/"))
    drive = _DRIVE.match(path)
    if system == "windows":
        if path.startswith("/"):
            mounted = _UNIX_DRIVE.fullmatch(path)
            return _with_source(f"{mounted[1].upper()}:{mounted[2]}".replace("/", "\\")) if mounted else ()
        return _with_source(path)
    if drive:
        rest = path[drive.end() :].replace("\\", "/")
        return _with_source(f"/mnt/{drive[1].lower()}{rest}") if distro else ()
    if "\\" in path and not path.startswith("/"):
        return (*_with_source(path), *_with_source(path.replace("\\", "/")))
    return _with_source(path)


def _with_source(path: str) -> tuple[str, ...]:
    """A path; for byte code the source file that it was made of."""
    if path.endswith((".pyc", ".pyo")) and (found := _BYTE_CODE.search(path)):
        return (f"{path[: found.start()]}{found[1]}.py",)
    return (path,)


def is_absolute(printed: str, system: System, distro: str | None = None) -> bool:
    """Whether a printed path is an absolute one of this system, in any spelling. Network paths are not."""
    found = spellings(printed, system, distro)
    if not found:
        return False
    return bool(_DRIVE.match(found[0])) if system == "windows" else found[0].startswith("/")


class Parts(NamedTuple):
    """The names that a printed path ends with. `whole`: it is relative, and nothing is known to stand before them."""

    names: tuple[str, ...]
    whole: bool
    caseless: bool
    """Printed as Windows does, where `A.py` and `a.py` are the same file."""


def parts_of(printed: str) -> Parts:
    """The parts of a printed path, in any system's spelling, from the root, the last `..` or `...` on."""
    path = unwrapped(printed)
    if len(path) > MAX_PATH or path.startswith("<") or "\0" in path:
        return Parts((), False, False)
    path = _with_source(path)[0]
    drive = _DRIVE.match(path)
    windows = bool(drive) or ("\\" in path and not path.startswith("/"))
    whole = not (drive or path.startswith(("/", "\\", "~")))
    if drive:
        path = path[drive.end() :]
    names: list[str] = []
    for name in _SEPARATORS.split(path) if windows else path.split("/"):
        if name in ("", "."):
            continue
        if name == ".." and names:
            names.pop()
        elif name in ("..", *_CUT):
            names.clear()
            whole = False
        elif name != "~":
            names.append(name)
    return Parts(tuple(names), whole, windows)
