"""`tracemend scan`: reads terminal output, or checkers' findings, and explains the errors in it."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from tracemend.cli import output, setting
from tracemend.cli.errors import UsageError
from tracemend.context import Context
from tracemend.terminal import spool

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnoser, Diagnosis
    from tracemend.reading.report import ErrorReport


def add_parser(commands: Any) -> None:
    """Add this command to the command line."""
    parser = commands.add_parser("scan", help="explain the errors in terminal output", description=__doc__)
    parser.add_argument("files", metavar="FILE", nargs="*", default=["-"], help="a file, or - for standard input")
    parser.add_argument("--command", metavar="CMD", help="the command line that printed it")
    parser.add_argument("--exit", metavar="N", type=int, help="the command's exit status")
    parser.add_argument(
        "--here", action="store_true", help="it was printed on this machine, in this folder; editors show its errors"
    )
    parser.add_argument("--no-spool", action="store_true", help="do not hand the errors to editors that are open")
    parser.add_argument(
        "--diagnostics",
        action="store_true",
        help="read checkers' findings: a JSON object {path, source, code, message, severity, range} a line",
    )
    parser.add_argument(
        "--processes", metavar="N", type=int, help="how many may read large files (default: one a processor)"
    )
    setting.add_output_options(parser)
    parser.set_defaults(handler=scan)


def scan(options: argparse.Namespace) -> int:
    """Exit status: 0 no error (warnings alone too), 1 errors, 2 unusable input."""
    from tracemend.diagnosis import Diagnoser

    diagnoser = Diagnoser(setting.library(options.pack))
    context = setting.context(here=options.here, command=options.command, exit_code=options.exit)
    printer = setting.Printer(options.format)
    kept = spool.Tail() if options.here and not options.no_spool and not options.diagnostics else None
    any_found = errors = unusable = False
    keep = kept.add if kept is not None else None
    alone = kept is not None or options.diagnostics
    processes = 1 if alone else output.processes_for(options.files, options.processes)
    found: Iterable[Callable[[], Iterable[Diagnosis]]] = (
        partial(_diagnoses, name, diagnoser, context, options.diagnostics, keep, processes) for name in options.files
    )
    if processes > 1 and len(options.files) > 1:
        found = output.diagnosed_in_parallel(options.files, options.pack, context, processes)
    try:
        for name, diagnoses in zip(options.files, found, strict=True):
            try:
                for diagnosis in diagnoses():
                    any_found = True
                    printer.add(diagnosis)
                    errors = errors or diagnosis.report.severity == "error"
            except BrokenPipeError:
                raise  # no fault of this file: whoever read the answers has gone
            except (OSError, UsageError) as error:
                reason = error.strerror if isinstance(error, OSError) and error.strerror else error
                print(f"tracemend: {name}: {reason}", file=sys.stderr)
                unusable = True
    finally:
        if kept is not None:
            _hand_over(context, kept if any_found else None)
    printer.close()
    return 2 if unusable else int(errors)


def _hand_over(context: Context, kept: spool.Tail | None) -> None:
    """Leave what was read for servers; without a text where no error was in it, for it takes away those before."""
    text = kept.text() if kept else ""
    spool.write(
        spool.Record(
            folder=context.folder or os.getcwd(),
            command=context.command,
            shell=context.shell,
            exit=context.exit_code,
            done=True,
            time=time.time(),
            text=text,
            run=uuid.uuid4().hex,
            skipped=kept.skipped if kept else 0,
        )
    )


class _Kept:
    """Standard input, which is not ours to close."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __enter__(self) -> BinaryIO:
        return self._file

    def __exit__(self, *_: object) -> None:
        return


def _opened(name: str) -> Any:
    return _Kept(sys.stdin.buffer) if name == "-" else open(name, "rb")


def _diagnoses(
    name: str,
    diagnoser: Diagnoser,
    context: Context,
    findings: bool,
    keep: Callable[[str], object] | None,
    processes: int,
) -> Iterator[Diagnosis]:
    """What a file, or standard input, holds. Raises OSError where it cannot be opened."""
    with _opened(name) as file:
        if findings:
            yield from _findings(file, name, diagnoser, context)
        elif processes > 1:
            yield from output.diagnosed_ahead(file, name, diagnoser, context, processes)
        else:
            yield from output.diagnosed(file, name, diagnoser, context, keep)


def _findings(file: BinaryIO, name: str, diagnoser: Diagnoser, context: Context) -> Iterator[Diagnosis]:
    wrong: str | None = None
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            report = _finding(json.loads(line), number)
        except (ValueError, KeyError, TypeError) as error:
            wrong = wrong or f"line {number} is no finding ({error}); it was passed over."
            continue
        yield from diagnoser.diagnose([report], context, input=name)
    if wrong:
        raise UsageError(wrong)


def _finding(data: Any, number: int) -> ErrorReport:
    """A finding's object as a report. Raises KeyError, TypeError or ValueError for an object of another shape."""
    from tracemend.reading.findings.diagnostic import from_diagnostic
    from tracemend.reading.report import Span

    start, end = data["range"]["start"], data["range"]["end"]
    severity = data.get("severity", "error")
    report = from_diagnostic(
        path=str(data["path"]),
        source=str(data.get("source") or ""),
        code=data.get("code"),
        message=str(data["message"]),
        severity=severity if isinstance(severity, int) else str(severity),
        start=(int(start["line"]) + 1, int(start["character"]) + 1),
        end=(int(end["line"]) + 1, int(end["character"]) + 1),
    )
    return replace(report, span=Span(number, number))
