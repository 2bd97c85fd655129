"""Whose code a frame is, which frame an error is shown on, and which module raised it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import lru_cache

from tracemend import lazy
from tracemend.reading.report import ErrorReport, Frame

# POSIX layouts (sysconfig's `stdlib` path, pyenv, framework builds, PyPy), Debian's helpers, zipped libraries
# (python311.zip of the embeddable package, PyInstaller's base_library.zip).
_STDLIB = lazy.regex(
    r"/lib(?:32|64)?/(?:python|pypy)\d(?:\.\d+)?t?/|/lib-python/\d|/usr/share/python3/"
    r"|/python\d+\.zip/|/base_library\.zip/"
    r"|^/opt/python/|^/var/runtime/"  # AWS Lambda's layers and its runtime
    r"|^/databricks/(?:python|python3|python_shell|spark)/"
    r"|/python/(?:lib/)?(?:pyspark(?:\.zip)?|py4j-[\w.]{1,20}-src\.zip)/"  # where Spark's own distribution keeps it
)
_STDLIB_MODULE = lazy.regex(
    r"/lib(?:32|64)?/(?:python|pypy)\d(?:\.\d+)?t?/(?:lib-dynload/)?([^/]+)|/python\d+\.zip/([^/]+)"
)
# Windows keeps the library in a folder Lib below the installation's, whatever that is called.
_WINDOWS_LIB = lazy.regex(r"^[A-Za-z]:/(?:.*/)?[Ll]ib/([A-Za-z_][A-Za-z0-9_]*)(?:/|\.pyw?$)")
_PACKAGES = lazy.regex(r"(?:^|/)(?:site|dist)-packages/(?:([^/]+))?")
_INTERACTIVE = lazy.regex(
    r"^<(?:stdin|console|input|ipython-input-[^>]*|python-input-\d+|command-\d+)>$|^Cell In\s?\[\d+\]|^Input In \[\d+\]"
    r"|/ipykernel_\d+/\d+\.py$|/ipython-input-\d+(?:-\d+)?\.py$|\.ipynb Cell \d+$"
)
_COMPILED = (".pyx", ".pxi", ".pxd")
_SCRIPT = lazy.regex(r"/(?:bin|Scripts)/[^/]+(?:\.exe/__main__\.py)?$")
# A frozen program prints its library relative: `asyncio\events.py`.
_RELATIVE_STDLIB = lazy.regex(r"^(?:asyncio|concurrent|ctypes|encodings|http|importlib|multiprocessing|urllib|xml)/")
_VERSION = lazy.regex(
    r"[/\\](?:lib(?:32|64)?[/\\]python|Python\.framework[/\\]Versions[/\\]|[Pp]ython[/\\]?)(3)\.?(\d{1,2})(?:-32|t)?(?:\.\d+)?[/\\]"
)


def python_version(frames: Sequence[Frame]) -> str | None:
    """The Python version that a frame's path names, as "3.11"."""
    for frame in frames:
        found = _VERSION.search(frame.path)
        if found:
            return f"{found[1]}.{found[2]}"
    return None


@lru_cache(maxsize=1024)
def is_user_file(path: str) -> bool:
    """Whether a printed path names a source file of the user's.

    Not the user's: the standard library, installed packages, code without a file (`<string>`, `<frozen os>`,
    `<template>`), sources of compiled modules, the small scripts in an environment's `bin`.
    """
    plain = path.replace("\\", "/")
    return not (
        plain.startswith("<")
        or plain.endswith(_COMPILED)
        or _is_library(plain)
        or _INTERACTIVE.search(plain)
        or (_SCRIPT.search(plain) and not plain.endswith((".py", ".pyw")))
        or plain.endswith(".exe/__main__.py")
    )


def is_interactive(path: str) -> bool:
    """Whether a printed path names what a person typed: `<stdin>`, a notebook's cell."""
    return bool(_INTERACTIVE.search(path.replace("\\", "/")))


def user_frame(frames: Sequence[Frame]) -> Frame | None:
    """The innermost frame that names a source file of the user's; else what was typed; None where neither is."""
    return _file_frame(frames) or _typed_frame(frames)


def chain_user_frame(chain: Sequence[Sequence[Frame]]) -> Frame | None:
    """The frame to show an exception on; `chain`: its frames, then those of the ones before it, nearest first.

    A file of the user's anywhere in the chain comes before what was typed.
    """
    for find in (_file_frame, _typed_frame):
        for frames in chain:
            found = find(frames)
            if found:
                return found
    return None


class ChainFrame:
    """`chain_user_frame` of a chain whose exceptions come one after the other, each looked at once."""

    def __init__(self) -> None:
        self._file: Frame | None = None
        self._typed: Frame | None = None

    def after(self, frames: Sequence[Frame]) -> Frame | None:
        """The frame to show the next exception on, whose own frames these are."""
        self._file = _file_frame(frames) or self._file
        self._typed = _typed_frame(frames) or self._typed
        return self._file or self._typed


def raised_in(report: ErrorReport) -> str | None:
    """The top-level module of the innermost frame: `os`, `pandas`, the stem of a user's file; None if unknown."""
    if not report.frames:
        return None
    path = report.frames[-1].path.replace("\\", "/")
    if path.startswith("<"):
        found = re.match(r"<frozen ([A-Za-z_]\w*)", path)
        return found[1] if found else None
    if is_interactive(path):
        return None
    packages = _PACKAGES.findall(path)
    if packages:
        return _stem(packages[-1])
    found = _STDLIB_MODULE.search(path)
    if found:
        return _stem(found[1] or found[2])
    found = _WINDOWS_LIB.match(path)
    if found and found[1] in sys.stdlib_module_names:
        return found[1]
    if path.endswith(_COMPILED) or _RELATIVE_STDLIB.match(path):
        parts = [part for part in path.split("/") if part not in ("", ".", "..", "src")]
        return _stem(parts[0]) if parts else None
    parts = [part for part in path.split("/") if part]
    if not parts:
        return None
    stem = _stem(parts[-1])
    return parts[-2] if stem in ("__init__", "__main__") and len(parts) > 1 else stem


def _is_library(plain: str) -> bool:
    if _PACKAGES.search(plain) or _STDLIB.search(plain) or _RELATIVE_STDLIB.match(plain):
        return True
    windows = _WINDOWS_LIB.match(plain)
    return bool(windows and windows[1] in sys.stdlib_module_names)


def _file_frame(frames: Sequence[Frame]) -> Frame | None:
    return next((frame for frame in reversed(frames) if is_user_file(frame.path) and not _is_compiled(frame)), None)


_DOTTED = lazy.regex(r"[A-Za-z_]\w*(?:\.[\w<>]+)+")


def _is_compiled(frame: Frame) -> bool:
    """Whether the frame is one of a module that Cython compiled: it prints names with their module (`gevent`), and the
    path as it was where the module was built."""
    return bool(_DOTTED.fullmatch(frame.name or "")) and not re.match(r"/|[A-Za-z]:[\\/]|<", frame.path)


def _typed_frame(frames: Sequence[Frame]) -> Frame | None:
    """What was typed, or the script in an environment's `bin`: counts where no file of the user's is named."""
    typed = next((frame for frame in reversed(frames) if is_interactive(frame.path)), None)
    if typed:
        return typed
    for frame in reversed(frames):
        plain = frame.path.replace("\\", "/")
        if _SCRIPT.search(plain) and not _is_library(plain) and not plain.startswith("<"):
            return frame
    return None


def _stem(name: str) -> str | None:
    return name.split(".", 1)[0] or None
