"""`tracemend explain`: explains an error text, or tells all about an entry."""

from __future__ import annotations

import argparse
from typing import Any

from tracemend.cli import setting


def add_parser(commands: Any) -> None:
    """Add this command to the command line."""
    parser = commands.add_parser("explain", help="explain an error text or an entry", description=__doc__)
    parser.add_argument("text", metavar="TEXT|ENTRY", nargs="+", help="what was printed, or an entry's id")
    setting.add_output_options(parser)
    parser.set_defaults(handler=explain)


def explain(options: argparse.Namespace) -> int:
    """Exit status: 0, or 1 where no entry explains the text."""
    from tracemend.diagnosis import Diagnoser

    diagnoser = Diagnoser(setting.library(options.pack))
    context = setting.context(here=False, selected=True)
    text = " ".join(options.text)
    entry = diagnoser.explain(text.strip(), context)
    found = [entry] if entry is not None else diagnoser.diagnose(text, context)
    if not any(one.entry for one in found):
        found = diagnoser.unread(text, context, found)
    printer = setting.Printer(options.format, full=True)
    for diagnosis in found:
        printer.add(diagnosis)
    printer.close()
    return 0 if any(one.entry is not None for one in found) else 1
