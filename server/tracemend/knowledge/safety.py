"""What an entry is refused for when it is loaded, whoever wrote it: what could hang, or slip into a command."""

from __future__ import annotations

from collections.abc import Iterator

from tracemend import lazy
from tracemend.knowledge.fault import Fault, MakeFault
from tracemend.knowledge.model import Clause, Entry, Fix, Signature
from tracemend.knowledge.patterns import literal_pairs, unsafe, word_pairs

ID = lazy.regex(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){0,8}")
CONTROL = lazy.regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what is shown after them."""
KINDS = ("edit", "command", "setting", "steps")


def check(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    """The faults that keep an entry from being loaded."""
    if not ID.fullmatch(entry.id):
        advice = "Use small letters, digits and hyphens, with dots between the parts."
        yield fault("id", f"{entry.id[:80]!r} is no id.", advice)
    if not entry.disabled:
        for number, signature in enumerate(entry.match):
            yield from _signature(signature, f"match[{number}]", fault)
    if entry.command is not None:
        yield from _pattern(entry.command, "command", fault, whole=False)
    for number, fix in enumerate(entry.fixes):
        yield from _fix(fix, f"fixes[{number}]", fault)
    for path, clauses in _evidence(entry):
        for number, clause in enumerate(clauses):
            if isinstance(pattern := clause.arguments.get("pattern"), str):
                yield from _pattern(pattern, f"{path}[{number}].pattern", fault, whole=False)


def _evidence(entry: Entry) -> Iterator[tuple[str, tuple[Clause, ...]]]:
    """Every list of questions of an entry, with its path."""
    for number, signature in enumerate(entry.match):
        yield f"match[{number}].code", signature.code
    for number, cause in enumerate(entry.causes):
        yield f"causes[{number}].evidence", cause.evidence
    for number, fix in enumerate(entry.fixes):
        yield f"fixes[{number}].evidence", fix.evidence


def _signature(signature: Signature, path: str, fault: MakeFault) -> Iterator[Fault]:
    if signature.message is not None:
        yield from _pattern(signature.message, f"{path}.message", fault, whole=True)
    if not findable(signature):
        side_by_side = "two fixed words side by side (two characters where the script has no blanks between words)"
        advice = f"Give an exception, a number, a diagnostic's tool and code, or {side_by_side}."
        yield fault(path, "it has nothing to be found by.", advice)


def _pattern(pattern: str, key: str, fault: MakeFault, *, whole: bool) -> Iterator[Fault]:
    reason = unsafe(pattern, whole=whole)
    if reason is not None:
        mend = "Mend the expression; a fixed bracket, dot or star needs a backslash before it."
        narrow = r"Name what may stand there, as [^'] or \w, and put fixed text between repeats."
        advice = mend if "regular expression" in reason else narrow
        yield fault(key, f"the pattern is refused: {reason}", advice)


def findable(signature: Signature) -> bool:
    """Whether an item has a type, a number, a tool's code, or a pair of neighbouring fixed words."""
    if signature.exception or signature.errno or signature.winerror:
        return True
    if signature.diagnostic is not None and signature.diagnostic.code:
        return True
    if signature.message is not None and word_pairs(signature.message):
        return True
    return bool(signature.literal) and all(map(literal_pairs, signature.literal))


def _fix(fix: Fix, path: str, fault: MakeFault) -> Iterator[Fault]:
    given = [kind for kind in KINDS if getattr(fix, kind)]
    if len(given) != 1:
        found = " and ".join(given) or "none of them"
        yield fault(path, f"it has {found}.", "Give exactly one of edit, command, setting, steps.")
    if fix.command is not None:
        for system, lines in (("posix", fix.command.posix), ("windows", fix.command.windows)):
            for word in (word for words in lines for word in words):
                if CONTROL.search(word):
                    yield fault(
                        f"{path}.command.{system}",
                        f"the word {word[:60]!r} holds a control character.",
                        "Write several commands as a list of lists.",
                    )
        for name, value in fix.command.arguments.items():
            if isinstance(value, str) and CONTROL.search(value):
                yield fault(f"{path}.command", f"{name} holds a control character.", "Leave it out.")
