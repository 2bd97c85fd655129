"""`tracemend run`: runs a command as it is, explains the errors that it printed once it is over, tells editors."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from tracemend.cli import setting
from tracemend.cli.errors import UsageError
from tracemend.context import this_system

Tee = Callable[[bytes], None]
_CHUNK = 1 << 16
NOT_FOUND, NOT_EXECUTABLE = 127, 126
"""What shells answer for a command that is not there, or may not be run."""


def add_parser(commands: Any) -> None:
    """Add this command to the command line."""
    parser = commands.add_parser("run", help="run a command and explain its errors", description=__doc__)
    setting.add_output_options(parser)
    parser.add_argument("--no-spool", action="store_true", help="do not hand the errors to editors that are open")
    parser.add_argument("words", metavar="COMMAND", nargs=argparse.REMAINDER, help="the command, after --")
    parser.set_defaults(handler=run)


def run(options: argparse.Namespace) -> int:
    """Exit status: the command's own (128 and the signal's number where a signal ended it)."""
    words = options.words[1:] if options.words[:1] == ["--"] else options.words
    if not words:
        raise UsageError("run takes a command: tracemend run -- python app.py")
    from tracemend.cli.handover import Handover
    from tracemend.diagnosis import Diagnoser
    from tracemend.terminal import spool

    diagnoser = Diagnoser(setting.library(options.pack))
    context = setting.context(here=True, command=shlex.join(words))
    handover = Handover(diagnoser, context, None if options.no_spool else spool.write)
    status = _run(words, handover.feed)
    found = handover.end(status)
    sys.stdout.flush()
    if found:
        _explain(options.format, [diagnoser.look(one) for one in found])
    return status


def _explain(format: str, found: list[Any]) -> None:
    """On standard error: standard output is the command's."""
    import contextlib

    with contextlib.redirect_stdout(sys.stderr):
        if format == "text":
            print()
        printer = setting.Printer(format)
        for diagnosis in found:
            printer.add(diagnosis)
        printer.close()


def _run(words: list[str], tee: Tee) -> int:
    terminal = any(os.isatty(stream.fileno()) for stream in (sys.stdin, sys.stdout, sys.stderr) if _has_fd(stream))
    try:
        if terminal and this_system() != "windows":
            from tracemend.cli.pseudo_terminal import run_in_terminal

            return exit_status(run_in_terminal(words, tee))
        return exit_status(_run_in_pipes(words, tee))
    except FileNotFoundError:
        print(f"tracemend: {words[0]}: command not found", file=sys.stderr)
        tee(f"bash: {words[0]}: command not found\n".encode())
        return NOT_FOUND
    except OSError as error:
        print(f"tracemend: {words[0]}: {error.strerror}", file=sys.stderr)
        return NOT_EXECUTABLE


def _has_fd(stream: Any) -> bool:
    try:
        stream.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    return True


def _run_in_pipes(words: list[str], tee: Tee) -> int:
    """Without a terminal: both outputs are passed on as they come, each to where it belongs."""
    import threading

    lock = threading.Lock()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def pump(source: Any, target: Any) -> None:
        while data := os.read(source.fileno(), _CHUNK):
            with lock:
                target.write(data)
                target.flush()
                tee(data)

    threads = [
        threading.Thread(target=pump, args=(process.stdout, sys.stdout.buffer), daemon=True),
        threading.Thread(target=pump, args=(process.stderr, sys.stderr.buffer), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        status = process.wait()
    except KeyboardInterrupt:
        # The command has got the same signal: let it end its own way.
        status = process.wait()
    for thread in threads:
        thread.join()
    return status


def exit_status(status: int) -> int:
    """`Popen.returncode` as a shell reports it."""
    return 128 - status if status < 0 else status
