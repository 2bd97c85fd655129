"""What every command shares: which packs are read, what is known of this machine, how answers are printed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracemend.cli.errors import UsageError
from tracemend.context import Context, Settings, Shell, this_system
from tracemend.knowledge import packs, trust
from tracemend.knowledge.packs import Pack
from tracemend.source.listing import WorkspaceFiles

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.matching.library import Library

FORMATS = ("text", "json", "sarif", "github")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """`--format` and `--pack`."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print (default: text)")
    add_pack_option(parser)


def add_pack_option(parser: argparse.ArgumentParser) -> None:
    """`--pack`, which may be given several times."""
    parser.add_argument(
        "--pack", metavar="FOLDER", action="append", default=[], help="a folder of entries to use as well"
    )


def named_pack(folder: str) -> Pack:
    """The pack in a folder that the user named. Raises UsageError where there is no such folder."""
    path = Path(folder).expanduser().resolve()
    if not path.is_dir():
        raise UsageError(f"no such folder: {folder}. --pack takes a folder of entries.")
    return packs.pack_at(path)


def library(extra: Sequence[str], tell: bool = True) -> Library:
    """Built-in knowledge, the user's pack, the working folder's where the user has named it once, and `extra`.

    What is wrong with them is printed if `tell`.
    """
    from tracemend.matching.library import Library

    found = [packs.builtin_pack(), packs.user_pack()]
    here = packs.workspace_pack(Path.cwd())
    if here is not None and trust.is_trusted(Path.cwd()):
        found.append(here)
    opened = Library.open([*filter(None, found), *map(named_pack, extra)])
    for fault in opened.faults if tell else ():
        print(f"tracemend: {fault}", file=sys.stderr)
    return opened


def shell() -> Shell:
    """The user's shell, by the environment."""
    if this_system() == "windows":
        return "powershell" if "PSModulePath" in os.environ else "cmd"
    name = os.path.basename(os.environ.get("SHELL", ""))
    known: dict[str, Shell] = {"bash": "bash", "zsh": "zsh", "fish": "fish", "sh": "sh", "dash": "sh"}
    return known.get(name, "bash")


def context(*, here: bool, command: str | None = None, exit_code: int | None = None, selected: bool = False) -> Context:
    """What is known of an output that was read in the working folder."""
    folder = os.getcwd()
    return Context(
        origin="here" if here else "elsewhere",
        folder=folder,
        roots=(folder,),
        shell=shell(),
        command=command,
        exit_code=exit_code,
        selected=selected,
        settings=Settings(),
        listing=WorkspaceFiles(),
    )


class Printer:
    """Prints diagnoses in one of the formats, each as soon as it is there where the format can."""

    def __init__(self, format: str, *, full: bool = False) -> None:
        self._format, self._full = format, full
        self._all: list[Diagnosis] = []
        self._held: list[Diagnosis] = []
        """For a person: those of a chain that has not come to its end."""
        self._printed = False

    def add(self, diagnosis: Diagnosis) -> None:
        """One more diagnosis, in the order of the text."""
        if self._format == "sarif":
            self._all.append(diagnosis)
        elif self._format == "json":
            import json

            from tracemend.render.as_json import to_json

            print(json.dumps(to_json(diagnosis), ensure_ascii=True), flush=True)
        elif self._format == "github":
            from tracemend.render.escape import visible
            from tracemend.render.github import to_github

            print(visible(to_github(diagnosis)), flush=True)
        else:
            from tracemend.render.chains import goes_on

            self._held.append(diagnosis)
            if not goes_on(diagnosis):
                self._tell()

    def _tell(self) -> None:
        from tracemend.render import console

        if self._printed:
            print()
        console.show(self._held, full=self._full)
        sys.stdout.flush()
        self._held, self._printed = [], True

    def close(self) -> None:
        """The last one has come."""
        if self._held:
            self._tell()
        if self._format == "sarif":
            import json

            from tracemend.render.sarif import to_sarif

            print(json.dumps(to_sarif(self._all), indent=2))
