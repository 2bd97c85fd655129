"""The command line: one module per command, put together here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from tracemend import __version__
from tracemend.cli import explain, knowledge, run, scan, serve
from tracemend.cli.errors import UsageError

Handler = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """The whole command line; each command's module adds its own part."""
    root = argparse.ArgumentParser(
        prog="tracemend", description="Explains what Python programs and tools print when they fail."
    )
    root.add_argument("--version", action="version", version=f"tracemend {__version__}")
    commands = root.add_subparsers(dest="command_name", metavar="COMMAND", required=True)
    for module in (scan, explain, run, serve, knowledge):
        module.add_parser(commands)
    return root


def run_command_line(arguments: Sequence[str]) -> int:
    """Exit status as the contract has it: 2 for unusable arguments or input."""
    try:
        parsed = parser().parse_args(arguments)
        handler: Handler = parsed.handler
        return handler(parsed)
    except UsageError as error:
        print(f"tracemend: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing more to say, and nothing to flush at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
