"""Runs a command in a pseudo-terminal of its own, so that it prints as it would without us (POSIX only)."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import tty
from collections.abc import Callable, Iterator

_CHUNK = 1 << 16
_SILENCE = 0.05
"""Seconds to go on reading after the command has ended: what it printed last may still be under way."""


def run_in_terminal(words: list[str], tee: Callable[[bytes], None]) -> int:
    """Run `words`; what is typed goes to the command, what it prints to our standard output and to `tee`.

    The answer is `Popen.returncode`. Raises OSError where the command cannot be started.
    """
    controller, terminal = pty.openpty()
    _copy_size(controller)
    interactive = os.isatty(sys.stdin.fileno())
    try:
        process = subprocess.Popen(
            words,
            stdin=terminal if interactive else None,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
    except OSError:
        os.close(controller)
        os.close(terminal)
        raise
    os.close(terminal)
    previous = signal.signal(signal.SIGWINCH, lambda *_: _copy_size(controller))
    try:
        with _raw_input() if interactive else contextlib.nullcontext():
            _copy(controller, process, tee, interactive)
    finally:
        signal.signal(signal.SIGWINCH, previous)
        os.close(controller)
    return process.wait()


def _take_terminal() -> None:
    """In the child: the pseudo-terminal (its standard output) becomes the session's controlling terminal."""
    with contextlib.suppress(OSError):
        fcntl.ioctl(1, termios.TIOCSCTTY, 0)


def _copy_size(controller: int) -> None:
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        with contextlib.suppress(OSError, ValueError):
            size = fcntl.ioctl(stream.fileno(), termios.TIOCGWINSZ, b"\0" * 8)
            fcntl.ioctl(controller, termios.TIOCSWINSZ, size)
            return


@contextlib.contextmanager
def _raw_input() -> Iterator[None]:
    """Every key goes to the command's terminal, which echoes and interprets it; ours only passes it on."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setraw(descriptor)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _copy(controller: int, process: subprocess.Popen[bytes], tee: Callable[[bytes], None], interactive: bool) -> None:
    out = sys.stdout.fileno()
    sources = [controller, sys.stdin.fileno()] if interactive else [controller]
    while True:
        ended = process.poll() is not None
        ready, _, _ = select.select(sources, [], [], _SILENCE)
        if controller in ready:
            try:
                data = os.read(controller, _CHUNK)
            except OSError:  # EIO: the last program that had the terminal open has closed it (Linux)
                return
            if not data:
                return
            _write(out, data)
            tee(data)
        elif ended:
            return
        if len(sources) == 2 and sources[1] in ready:
            typed = os.read(sources[1], _CHUNK)
            if typed:
                _write(controller, typed)
            else:
                sources.pop()


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
