"""Writes a pack of plausible entries, each about another error, to measure what the size of a knowledge base costs.

python tests/bench/generate_pack.py FOLDER [COUNT]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

_NOUNS = """
adapter alias anchor archive assertion attribute axis backend batch binding block boundary broker
bucket buffer bundle cache callback capacity cell certificate channel checkpoint checksum clause
cluster codec column component connector constraint container context contract cookie count cursor
dataset decoder default delimiter dependency descriptor device dimension document domain driver
dtype embedding encoding endpoint engine entity enum envelope event executor factory field filter
fixture footer formatter fragment frame gateway gradient grant graph group handler handshake hash
header histogram hook identifier index instance interface interval item iterator job kernel key
keyring label layer lease ledger length limit link loader lock manifest mapping mask member
migration mixin mode model namespace node nonce offset operand option order owner page parameter
payload pointer policy pool
"""
THINGS = _NOUNS.split()
FAILURES = (
    "could not be resolved",
    "is out of range for this version",
    "does not accept a second value",
    "was closed before it was read",
    "has no matching definition",
    "must be given exactly once",
    "changed while it was being written",
)
LIBRARIES = (
    "amberdb",
    "brightq",
    "cobaltml",
    "driftweb",
    "emberio",
    "fernxml",
    "gladecli",
    "heronsql",
    "ivygraph",
    "juniperfs",
)


def entries(count: int) -> Iterator[tuple[str, str]]:
    """So many entries as (id, YAML). The same for the same count."""
    for number, (subject, thing) in zip(range(count), permutations(THINGS, 2), strict=False):
        library = LIBRARIES[number % len(LIBRARIES)]
        failure = FAILURES[number % len(FAILURES)]
        id = f"{library}.{subject}.{thing}-{number}"
        yield id, _entry(id, number, library, f"{subject} {thing}", failure)


def _entry(id: str, number: int, library: str, words: str, failure: str) -> str:
    name = "".join(map(str.capitalize, words.split())) + "Error"
    exception = f"{library}.errors.{name}"
    message = f"the {words} {failure}: 'value-{number}'"
    kinds = {
        0: {"exception": exception, "message": f"the {words} {failure}: '(?P<value>[^']+)'"},
        1: {"exception": "ValueError", "message": f"the {words} {failure}: '(?P<value>[^']+)'"},
        2: {"exception": "RuntimeError", "literal": f"the {words} {failure}"},
        3: {"exception": exception},
        4: {"diagnostic": {"tool": "ruff", "code": f"ZZ{number:05d}"}},
    }
    kind = kinds[number % 5]
    printed = str(kind.get("exception", "ValueError"))
    example: dict[str, object] = {
        "output": f'Traceback (most recent call last):\n  File "app.py", line {number % 90 + 1}, in <module>\n'
        f"    run()\n{printed}: {message}\n"
    }
    if "diagnostic" in kind:
        example = {"diagnostic": {"source": "ruff", "code": f"ZZ{number:05d}", "message": message}}
    body = {
        "id": id,
        "title": f"{name}: the {words} {failure}",
        "summary": f"{library} was given a {words} that it cannot use.",
        "documented": "partly",
        "reviewed": "2026-11-20",
        "match": [kind],
        "meaning": f"When {library} reads the configuration it asks for the {words}; what it got {failure}.",
        "causes": [
            {"id": "wrong-value", "text": f"The {words} has a value of another version.", "fixes": ["correct-it"]},
            {"id": "read-twice", "text": f"Two threads read the {words} at the same time.", "fixes": ["read-once"]},
        ],
        "fixes": [
            {"id": "correct-it", "title": f"Correct the {words}", "steps": [f"Set the {words} to a supported value."]},
            {"id": "read-once", "title": "Read it once", "steps": [f"Read the {words} before the threads begin."]},
        ],
        "also_known_as": [message],
        "searches": [f"{library} {words} {failure}"],
        "sources": [{"title": f"{library} manual, {words}", "url": f"https://{library}.example/manual/{number}"}],
        "examples": [example],
    }
    # One key a line, each value as JSON, which is YAML too.
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in body.items())


def generate(folder: Path, count: int) -> None:
    """Write so many entries below the folder."""
    most = len(THINGS) * (len(THINGS) - 1)
    if count > most:
        raise ValueError(f"at most {most} entries can be told apart")
    for id, text in entries(count):
        file = folder.joinpath(*id.split(".")).with_suffix(".yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5_000)
