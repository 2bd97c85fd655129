"""The text that a new entry begins with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from tracemend.knowledge.packs import NOT_ENTRIES
from tracemend.knowledge.safety import ID

MAX_OUTPUT = 20_000
"""Characters of output that are taken into an example: its end, where errors stand."""

_TEMPLATE = """\
id: {id}
title: "What went wrong, in a few words"       # captures: "{{path|A file}}: Permission denied"
summary: One line that says what happened.
documented: new            # well: two or more independent sources | partly: one | new: none yet
reviewed: "{today}"

match:                     # the items are alternatives; inside an item every key must hold
  - exception: ValueError  # or: errno, diagnostic: {{tool: mypy, code: union-attr}}, tool: shell, ...
    message: "the first line of the message as a pattern, (?P<name>[^']+) captures"

meaning: What it means, for someone who is stuck, in at most 300 characters.

causes:                    # things that can be true or false, most usual first
  - id: first-cause
    text: The reason, in one sentence.
    # evidence: a-fact     # see: tracemend knowledge facts
    fixes: [first-fix]

fixes:                     # exactly one of edit, command, setting, steps
  - id: first-fix
    title: What the fix changes
    steps: ["Do this."]    # or: edit: a-recipe   (see: tracemend knowledge recipes), with a proof beside this file

sources: []                # - {{title: ..., url: "https://..."}}

examples:                  # real output, whole
{example}
"""
_EXAMPLE = """\
  - output: |
      Paste what the program printed."""


def new_entry(pack_folder: Path, id: str, output_text: str | None = None) -> Path:
    """Begin an entry in a pack's folder; `output_text` becomes its first example. The file's path.

    Raises ValueError for what is no id, FileExistsError where the entry is there, OSError where it cannot be written.
    """
    parts = id.split(".")
    if not ID.fullmatch(id) or len(parts) < 2 or parts[0] in NOT_ENTRIES:
        raise ValueError(
            f"{id!r} is no id. Write small letters, digits and hyphens with dots between: area.topic.name."
        )
    path = pack_folder.joinpath(*parts).with_suffix(".yaml")
    text = _TEMPLATE.format(id=id, today=date.today().isoformat(), example=_example(output_text))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise FileExistsError(f"{path} is there already. Choose another id, or edit that file.") from None
    return path


def _example(output: str | None) -> str:
    if not output or not output.strip():
        return _EXAMPLE
    lines = output[-MAX_OUTPUT:].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    text = "\n".join(lines) + "\n"
    if all(char == "\n" or (char.isprintable() and char != "\ufeff") for char in text):
        return "  - output: |2\n" + "\n".join(
            f"      {line}".rstrip() if not line.strip() else f"      {line}" for line in lines
        )
    return f"  - output: {json.dumps(text)}"
