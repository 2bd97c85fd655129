"""Which rules of type checkers and linters no entry explains.

    python tests/coverage/checkers.py             the rules without an entry of their own, by tool
    python tests/coverage/checkers.py --write     makes the lists of pyright.txt, pylint.txt and ruff.txt anew, from the
                                                  tools that are installed

mypy's codes come from mypy itself. A rule counts as explained where an entry that is not general names it alone, or
takes every message of it: then no finding of that rule is left without an explanation.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tracemend.knowledge.model import Entry, Signature

HERE = Path(__file__).parent
TOOLS = ("mypy", "pyright", "pylint", "ruff")
RUFF = re.compile(r"F\d{3}|E9\d{2}|PLE\d{4}")
"""The rules of ruff that report errors: pyflakes, what cannot be read, pylint's errors."""
OTHER_REPORTS = frozenset(("E999",))
"""Codes that the tool keeps and no longer reports: ruff says `invalid-syntax`."""
_EVERYTHING = re.compile(r"(?:\(\?P<\w+>)?\.[+*]\)?")


def rules(tool: str) -> list[str]:
    """The codes of a tool."""
    if tool == "mypy":
        from mypy.errorcodes import error_codes

        return sorted(error_codes)
    return (HERE / f"{tool}.txt").read_text(encoding="utf-8").split()


def explained(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """The codes of each tool that an entry takes whole."""
    found: dict[str, set[str]] = {tool: set() for tool in TOOLS}
    for entry in entries:
        for signature in entry.match:
            wanted = signature.diagnostic
            if entry.general or wanted is None or wanted.tool not in found or not _takes_all(signature):
                continue
            found[wanted.tool].update(wanted.code)
    return found


def _takes_all(signature: Signature) -> bool:
    rest = (signature.literal, signature.raised_in, signature.code, signature.severity)
    return not any(rest) and (signature.message is None or bool(_EVERYTHING.fullmatch(signature.message)))


def missing(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The codes of each tool without such an entry."""
    known = explained(entries)
    return {tool: [code for code in rules(tool) if code not in known[tool]] for tool in TOOLS}


def _write() -> None:
    """The lists of the tools that are installed; the others stay."""
    pyright = find_spec("pyright")
    if pyright is not None and pyright.origin is not None:
        bundle = Path(pyright.origin).parent / "dist" / "dist" / "pyright-internal.js"
        if bundle.is_file():
            names = re.findall(r'"(report[A-Z]\w+)"', bundle.read_text(encoding="utf-8"))
            _put("pyright", {*names, "syntax"})
    listed = _said("pylint", "--list-msgs")
    _put("pylint", re.findall(r"^:[\w-]+ \(([EF]\d{4})\)", listed, re.MULTILINE))
    every = _said("ruff", "rule", "--all", "--output-format", "json")
    codes = [rule["code"] for rule in json.loads(every or "[]") if rule.get("code")]
    _put("ruff", [code for code in codes if RUFF.fullmatch(code) and code not in OTHER_REPORTS])


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def _put(tool: str, codes: Iterable[str]) -> None:
    lines = sorted(set(codes))
    if lines:
        (HERE / f"{tool}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Prints what is missing."""
    from tracemend.knowledge.packs import builtin_pack, read_pack

    if "--write" in sys.argv[1:]:
        _write()
    left = missing(read_pack(builtin_pack()).entries)
    for tool, codes in left.items():
        every = len(rules(tool))
        print(f"{tool}: {every - len(codes)} of {every}", *(f"  {code}" for code in codes), sep="\n")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
