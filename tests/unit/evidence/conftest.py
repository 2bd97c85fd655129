"""Asking facts, also as another user."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tracemend.context import Context
from tracemend.evidence.fact import Finding, Inquiry
from tracemend.evidence.registry import ask, facts
from tracemend.knowledge.model import Clause
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.source.place import locate

OTHER = 4242
"""A user that this machine does not have."""


def has_capability(number: int) -> bool:
    """Whether this process has a capability of root: 0 CHOWN, 1 DAC_OVERRIDE, 7 SETUID (capabilities(7))."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return False
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return True
    effective = next(line.split()[1] for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(int(effective, 16) >> number & 1)


def look(
    fact: str,
    value: str | None = None,
    *,
    folder: Path | str | None = None,
    roots: tuple[str, ...] = (),
    interpreter: Path | str | None = None,
    captures: Mapping[str, str] | None = None,
    source: Path | None = None,
    line: int = 1,
    printed: str | None = None,
    carets: tuple[int, int] | None = None,
    message: str = "",
    frames: tuple[Frame, ...] = (),
    python: str | None = None,
    **arguments: Any,
) -> Finding:
    """Ask a fact by name, of a report in a file of source where one is given."""
    frame = Frame(str(source), line, source=printed, carets=carets) if source else None
    frames = frames or ((frame,) if frame else ())
    report = ErrorReport("python", "error", None, message, Span(1, 1), frames, frame, python=python)
    context = Context(
        "here",
        folder=str(folder) if folder else None,
        roots=roots,
        interpreter=str(interpreter) if interpreter else None,
    )
    place = locate(report, context)
    inquiry = Inquiry(value, arguments, captures or {}, report, place, context)
    return ask(Clause(fact, arguments=arguments), inquiry)


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that every user can reach, under the temporary folder of this test."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder == Path(folder.anchor):
            break
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
    return tmp_path


@pytest.fixture
def as_other() -> Callable[..., Finding]:
    """Ask as a user without rights: a child process that has given root's rights up. Skips where we are not root."""
    if not (has_capability(0) and has_capability(7)):
        pytest.skip("only root can become another user")
    facts()
    look("path-exists", "/")
    look("path-like-name", "/nothing-of-that-name")

    def ask_as_other(*arguments: Any, **more: Any) -> Finding:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setgid(OTHER)
                os.setuid(OTHER)
                found = look(*arguments, **more)
                os.write(write, json.dumps([found.holds, found.seen, dict(found.values)]).encode())
            except BaseException as error:
                os.write(write, json.dumps([None, f"failed: {error!r}", {}]).encode())
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            holds, seen, values = json.loads(pipe.read())
        os.waitpid(child, 0)
        return Finding(holds, seen, values)

    return ask_as_other
