"""Command line of the converter: CSV tables in, JSON files out."""
from __future__ import annotations

import argparse
import json
from pathlib import Path

from .reader import read_table


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="converter",
        description="Convert CSV tables to JSON.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="CSV")
    parser.add_argument(
        "-o", "--out",
        default="build",
        metavar="FOLDER",
        help="folder for the JSON files (default: %(default)s)",
    )
    parser.add_argument("-k", "--key", help="column that becomes the key of an object")
    parser.add_argument("--indent", type=int, default=2)
    return parser


def convert(source: Path, target: Path, *, key: str | None, indent: int) -> int:
    """Write the table as JSON; returns the number of its rows."""
    rows = read_table(source)
    if key is not None:
        content: object = {row.pop(key): row for row in rows}
    else:
        content = rows
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps(content, indent=indent, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
    return len(rows)


def main(argv: list[str] | None = None) -> int:
    args = build_parser().parse_args(argv)
    total = 0
    for source in args.sources:
        target = args.out / source.with_suffix(".json").name
        rows = convert(source, target, key=args.key, indent=args.indent)
        print(f"{source.name}: {rows} rows -> {target.name}")
        total += rows
    print(f"{total} rows in all")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
