"""What each edit changes in its proof, as the table `proven-change` holds it: shown where a program is not at hand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from tracemend import lazy
from tracemend.knowledge.tables import read_table
from tracemend.proving.outcome import Outcome

MOST_LINES, WIDEST = 14, 100
"""A change that is longer or wider shows nothing at a glance."""
_NAME = "proven-change"
_COMMENT = lazy.regex(r"(?<=\S)  # .*")


def diff_of(before: str, after: str) -> str:
    """The lines that an edit changed, behind "- " and "+ ", without the indentation that they share and the comments
    behind them; where lines were only added or taken away, with the line below them (or above), behind two blanks.
    Empty where it is too long."""
    old, new = before.splitlines(), after.splitlines()
    hunks: list[list[str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        removed, added = _code("- ", old[i1:i2]), _code("+ ", new[j1:j2])
        if [line for _, line in removed] == [line for _, line in added]:  # a comment is what is changed
            removed, added = [("- ", line) for line in old[i1:i2]], [("+ ", line) for line in new[j1:j2]]
        if [line.rstrip() for _, line in removed] == [line.rstrip() for _, line in added]:
            continue  # blank lines, or blanks at a line's end
        hunks.append(_dedented(_with_neighbour(removed + added, bool(removed and added), old[:i1], old[i2:])))
    lines = [line for number, hunk in enumerate(hunks) for line in (["..."] * bool(number)) + hunk]
    if len(lines) > MOST_LINES or any(len(line) > WIDEST or not line.isprintable() for line in lines):
        return ""
    return "\n".join(lines)


def _code(mark: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(mark, _COMMENT.sub("", line)) for line in lines if line.strip()]


def _with_neighbour(
    lines: list[tuple[str, str]], replaced: bool, above: Sequence[str], below: Sequence[str]
) -> list[tuple[str, str]]:
    if replaced or all(line.startswith(("import ", "from ")) for _, line in lines):
        return lines
    if below and _is_code(below[0]):
        return [*lines, *_code("  ", below[:1])]
    return [*_code("  ", [line for line in above if _is_code(line)][-1:]), *lines]


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _dedented(lines: Sequence[tuple[str, str]]) -> list[str]:
    texts = textwrap.dedent("\n".join(line for _, line in lines)).split("\n")
    return [mark + text.rstrip() for (mark, _), text in zip(lines, texts, strict=True)]


def changes(outcomes: Iterable[Outcome], known: Mapping[str, str]) -> dict[str, str]:
    """The rows by these outcomes: of a fix with several proofs that which runs everywhere and has the shortest name, of
    those that can be shown. What is `known` stays where that proof was not run."""
    fixes: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        fixes.setdefault(f"{outcome.proof.entry}.{outcome.proof.fix}", []).append(outcome)
    rows: dict[str, str] = {}
    for key, mine in fixes.items():
        for outcome in sorted(mine, key=_plainest):
            if outcome.state != "passed" and key in known:
                rows[key] = known[key]
                break
            if outcome.change:
                rows[key] = outcome.change
                break
    return rows


def _plainest(outcome: Outcome) -> tuple[bool, int, str]:
    proof = outcome.proof
    return not proof.any_python, proof.name.count("."), proof.name


def hold_table(folder: Path, outcomes: Sequence[Outcome], *, write: bool, whole: bool) -> list[str]:
    """Hold the table in a pack's `folder` against what the edits did; with `write` it is written. `whole` says that all
    proofs were run, so that a row without one is of no use. What is wrong is told, one sentence each."""
    path = folder / "tables" / f"{_NAME}.yaml"
    known = read_table(path)[0] if path.is_file() else {}
    found = changes(outcomes, known)
    asked = known.keys() | found.keys() if whole else known.keys() & found.keys()
    versioned = {f"{one.proof.entry}.{one.proof.fix}" for one in outcomes if not one.proof.any_python}
    asked = {key for key in asked if key in known or key not in versioned}  # another Python may have written it
    other = sorted(key for key in asked if found.get(key) != known.get(key))
    if not write:
        return [f"{path}: {key}: the edit changes other lines; write them by `--write-changes`" for key in other]
    rows = {key: value for key, value in {**known, **found}.items() if key in found or not whole}
    path.write_text(_HEAD + _dumped(rows), "utf-8")
    return []


_HEAD = """\
description: >-
  What the edit of a fix changes in its proof, by entry and fix, as the lines of a unified diff: written by
  `tracemend knowledge prove --write-changes`, which has made and proved it.
sources:
  - {title: "difflib: unified diffs", url: "https://docs.python.org/3/library/difflib.html#difflib.unified_diff"}
"""


class _Block(str):
    """A text that YAML shows line by line."""


class _Dumper(yaml.SafeDumper):
    pass


def _dumped(rows: Mapping[str, str]) -> str:
    def block(dumper: yaml.SafeDumper, text: _Block) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")

    _Dumper.add_representer(_Block, block)
    blocks = {key: _Block(rows[key]) for key in sorted(rows)}
    dumped: str = yaml.dump({"rows": blocks}, Dumper=_Dumper, allow_unicode=True, width=1000, sort_keys=False)
    return dumped
