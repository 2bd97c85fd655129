"""Waiting for a condition, and the processes of an editor as /proc knows them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def until(what: str, ready: Callable[[], T], seconds: float = 20.0, every: float = 0.05) -> T:
    """Ask `ready` until its answer is true, and give that; TimeoutError tells what was awaited."""
    end = time.monotonic() + seconds
    while True:
        answer = ready()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds:g} s; last: {str(answer)[:2000]!r}")
        time.sleep(every)  # an editor's window sends no event: it is asked again


@dataclass(frozen=True)
class Process:
    """A running process: its id and its command line, the arguments parted by blanks."""

    pid: int
    command: str

    @property
    def rss(self) -> int:
        """Resident memory in bytes; 0 when the process is gone."""
        try:
            pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        except (OSError, IndexError, ValueError):
            return 0
        return pages * os.sysconf("SC_PAGE_SIZE")

    @property
    def running(self) -> bool:
        """Whether it is there and no zombie."""
        try:
            return Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2][:1] != "Z"
        except OSError:
            return False

    def kill(self) -> None:
        """End it as a crash would; one that is gone is no error."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def marked(name: str, value: str) -> list[Process]:
    """The processes that were started with `name=value` in their environment, wherever they hang in the tree."""
    found = []
    wanted = f"{name}={value}".encode()
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            if wanted not in (folder / "environ").read_bytes().split(b"\0"):
                continue
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:
            continue
        process = Process(int(folder.name), command)
        if process.running:
            found.append(process)
    return found
