"""`tracemend knowledge`: for those who write entries."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from tracemend.cli import setting
from tracemend.cli.errors import UsageError


def add_parser(commands: Any) -> None:
    """Add this command, with commands of its own, to the command line."""
    parser = commands.add_parser("knowledge", help="check, write, list and prove entries", description=__doc__)
    own = parser.add_subparsers(dest="knowledge_command", metavar="COMMAND", required=True)

    check = own.add_parser("check", help="hold entries against the rules")
    check.add_argument("folders", metavar="FOLDER", nargs="*", help="packs (default: the built-in one)")
    check.set_defaults(handler=_check)

    new = own.add_parser("new", help="begin a new entry")
    new.add_argument("id", metavar="ID", help="for example python.os.permission-denied")
    new.add_argument("--pack", metavar="FOLDER", help="the pack to put it into (default: your own)")
    new.add_argument("--output", metavar="FILE", help="real output for its first example, or - for standard input")
    new.set_defaults(handler=_new)

    listing = own.add_parser("list", help="list the entries in use")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    listing.add_argument("--stats", action="store_true", help="count what they have, by area")
    setting.add_pack_option(listing)
    listing.set_defaults(handler=_list)

    prove = own.add_parser("prove", help="run the proofs of fixes through the real server")
    prove.add_argument("entries", metavar="ENTRY", nargs="*", help="entries (default: all)")
    prove.add_argument("--folder", metavar="FOLDER", help="the pack (default: the built-in one)")
    prove.add_argument("--jobs", metavar="N", type=int, default=2, help="programs to run at a time")
    prove.add_argument("--python", metavar="PATH", help="the interpreter that runs the programs (default: this one)")
    prove.add_argument("--junit", metavar="FILE", help="also write what became of each proof as JUnit XML")
    prove.add_argument("--write-changes", action="store_true", help="write the table of what edits change anew")
    prove.set_defaults(handler=_prove)

    for name, handler, what in (("facts", _facts, "facts"), ("recipes", _recipes, "recipes")):
        command = own.add_parser(name, help=f"list the {what} that entries can use")
        command.add_argument("--format", choices=("text", "json"), default="text")
        command.set_defaults(handler=handler)

    own.add_parser("schema", help="print the JSON Schema of an entry, for editors").set_defaults(handler=_schema)

    trust = own.add_parser("trust", help="use the pack in a folder's .tracemend/ from now on")
    trust.add_argument("folder", metavar="FOLDER", nargs="?", default=".")
    trust.add_argument("--remove", action="store_true", help="do not use it any more")
    trust.set_defaults(handler=_trust)


def _check(options: argparse.Namespace) -> int:
    from tracemend.knowledge.packs import builtin_pack
    from tracemend.proving.check import check_pack

    packs = [setting.named_pack(folder) for folder in options.folders] or [builtin_pack()]
    entries = signatures = exemplified = warnings = faults = 0
    for pack in packs:
        result = check_pack(pack)
        for warning in result.warnings:
            print(warning, file=sys.stderr)
        for fault in result.faults:
            print(fault)
        entries += len(result.entries)
        signatures += result.signatures
        exemplified += result.exemplified
        warnings += len(result.warnings)
        faults += len(result.faults)
    print(f"{signatures} signatures, {signatures - exemplified} of them in no example", file=sys.stderr)
    print(f"{entries} entries, {warnings} warnings, {faults} faults", file=sys.stderr)
    return 1 if faults else 0


def _new(options: argparse.Namespace) -> int:
    from tracemend.knowledge.packs import user_folder
    from tracemend.knowledge.scaffold import new_entry

    folder = Path(options.pack) if options.pack else user_folder()
    try:
        text = None
        if options.output:
            text = sys.stdin.read() if options.output == "-" else Path(options.output).read_text("utf-8", "replace")
        path = new_entry(folder, options.id, text)
    except (OSError, ValueError) as error:
        raise UsageError(str(error)) from error
    print(path)
    return 0


def _list(options: argparse.Namespace) -> int:
    library = setting.library(options.pack)
    if options.stats:
        from tracemend.knowledge import coverage

        counts = coverage.counted(entry for id in library.ids() if (entry := library.entry(id)) is not None)
        if options.format == "json":
            print(json.dumps({area: vars(count) for area, count in counts.items()}))
        else:
            print("\n".join(coverage.table(counts)))
        return 0
    for id in library.ids():
        entry = library.entry(id)
        if entry is None:
            continue
        pack = library.pack_of(id)
        if options.format == "json":
            print(json.dumps({"id": id, "title": entry.title, "summary": entry.summary, "pack": pack}))
        else:
            print(f"{id}\t{entry.summary}" + (f"\t[{pack}]" if pack else ""))
    return 0


def _prove(options: argparse.Namespace) -> int:
    from tracemend.knowledge.packs import builtin_pack
    from tracemend.proving.prove import prove_pack

    pack = setting.named_pack(options.folder) if options.folder else builtin_pack()
    junit = Path(options.junit) if options.junit else None
    try:
        return prove_pack(
            pack,
            options.entries,
            jobs=options.jobs,
            junit=junit,
            python=os.path.abspath(options.python or sys.executable),
            write_changes=options.write_changes,
        )
    except OSError as error:
        raise UsageError(str(error)) from error


def _facts(options: argparse.Namespace) -> int:
    from tracemend.evidence.registry import facts

    for name, fact in sorted(facts().items()):
        row = {
            "name": name,
            "question": fact.question,
            "of": list(fact.of),
            "arguments": dict(fact.arguments),
            "gives": list(fact.gives),
            "unproven": list(fact.unproven),
        }
        _row(options.format, row, fact.question)
    return 0


def _recipes(options: argparse.Namespace) -> int:
    from tracemend.fixes.registry import recipes

    for name, recipe in sorted(recipes().items()):
        row = {"name": name, "summary": recipe.summary, "arguments": dict(recipe.arguments)}
        _row(options.format, row, recipe.summary)
    return 0


def _row(format: str, row: dict[str, Any], sentence: str) -> None:
    if format == "json":
        print(json.dumps(row))
        return
    print(f"{row['name']}: {sentence}")
    for key in ("of", "arguments", "gives", "unproven"):
        value = row.get(key)
        if isinstance(value, dict) and value:
            for name, meaning in value.items():
                print(f"    {name}: {meaning}")
        elif value:
            print(f"    {key}: {', '.join(value)}")


def _schema(options: argparse.Namespace) -> int:
    from tracemend.knowledge.schema import schema

    print(json.dumps(schema(), indent=2))
    return 0


def _trust(options: argparse.Namespace) -> int:
    from tracemend.knowledge import trust

    folder = Path(options.folder).resolve()
    if options.remove:
        trust.distrust(folder)
        print(f"The pack in {folder / '.tracemend'} is not used any more.")
        return 0
    if not (folder / ".tracemend").is_dir():
        raise UsageError(f"{folder} has no .tracemend folder, so there is no pack to trust.")
    trust.trust(folder)
    print(f"The pack in {folder / '.tracemend'} is used from now on.")
    return 0
