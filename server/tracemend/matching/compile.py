"""Entries to a compiled pack: one record for each item of `match`, filed under the one key that finds it fastest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracemend.knowledge import patterns
from tracemend.knowledge.model import Clause, Entry, Signature
from tracemend.knowledge.packs import PackContent
from tracemend.matching import nearest, store
from tracemend.matching.filing import rows, text
from tracemend.matching.match import Specificity
from tracemend.matching.record import KINDS, SPECIFICITIES, Record, code_key, number_key
from tracemend.matching.types import Bases, canonical, is_warning


def compile_pack(content: PackContent, stamp: str, bases: Bases) -> bytes:
    """A pack's compiled form. `bases`: the bases of library types, which finding needs as well.

    What nothing can find, and what could hang, was refused when the pack was read.
    """
    active = sorted((entry for entry in content.entries if not entry.disabled), key=lambda entry: entry.id)
    items = [
        (number, item, entry, signature)
        for number, entry in enumerate(active)
        for item, signature in enumerate(entry.match)
        if found_by(signature) is not None
    ]
    rarity = Counter(pair for _, _, _, signature in items for pair in set(_all_pairs(signature)))
    filed: dict[str, dict[str, list[int]]] = {kind: {} for kind in KINDS}
    records: list[tuple[Any, ...]] = []
    for number, item, entry, signature in items:
        kind, keys = _keys(signature, rarity)
        for key in dict.fromkeys(keys):
            filed[kind].setdefault(key, []).append(len(records))
        records.append(tuple(_record(number, item, entry, signature)))
    patterns.forget()
    words, lengths = nearest.postings(active)
    head = {
        "lengths": lengths,
        "ids": text([entry.id for entry in active]),
        "disabled": tuple(entry.id for entry in content.entries if entry.disabled),
        "faults": tuple((f.file, f.line, f.key, f.message, f.advice) for f in content.faults),
        "bases": {name: tuple(of) for name, of in bases.items()},
        **{kind: rows(filed[kind]) for kind in KINDS},
    }
    bodies = [plain(content.data[entry.id]) for entry in active]
    return store.write(stamp, head, records, words, bodies)


def plain(value: Any) -> Any:
    """A copy that holds plain dictionaries, lists, texts, numbers, truth values and None only, all of its own."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


def specificity(signature: Signature) -> Specificity:
    """How specific an item is, counted as the format of entries says; nobody can claim it."""
    words = len(patterns.fixed_words(signature.message)) if signature.message is not None else 0
    if signature.errno or signature.winerror or signature.diagnostic is not None or words >= 2:
        return "exact"
    if words == 1 or signature.literal or signature.raised_in or signature.exit or signature.code:
        return "pattern"
    return "type"


def found_by(signature: Signature) -> str | None:
    """What an item is found by: `code`, `pair`, `number` or `type`; None where nothing finds it."""
    kind, _ = _keys(signature, {})
    return kind or None


def _all_pairs(signature: Signature) -> Iterator[str]:
    if signature.message is not None:
        yield from patterns.word_pairs(signature.message)
    for literal in signature.literal:
        yield from patterns.literal_pairs(literal)


def _keys(signature: Signature, rarity: Mapping[str, int]) -> tuple[str, tuple[str, ...]]:
    """The kind of key an item is filed under, and the keys: one for each value that may hold; ("", ()) for none."""
    if signature.diagnostic is not None and signature.diagnostic.code:
        return "code", tuple(code_key(signature.diagnostic.tool, code) for code in signature.diagnostic.code)
    pairs = _rarest(patterns.word_pairs(signature.message), rarity) if signature.message is not None else None
    if pairs is not None:
        return "pair", (pairs,)
    of_literals = [_rarest(patterns.literal_pairs(literal), rarity) for literal in signature.literal]
    found = tuple(pair for pair in of_literals if pair is not None)
    if found and len(found) == len(of_literals):
        return "pair", found
    if signature.errno or signature.winerror:
        numbers = [number_key("errno", number) for number in signature.errno]
        return "number", (*numbers, *(number_key("winerror", number) for number in signature.winerror))
    if signature.exception:
        without_module = ("*." + name.rpartition(".")[2] for name in signature.exception if "." in name)
        return "type", tuple(dict.fromkeys((*map(canonical, signature.exception), *without_module)))
    return "", ()


def _rarest(pairs: Iterable[str], rarity: Mapping[str, int]) -> str | None:
    """The pair that fewest items have; among equals the longest, since it is the rarer in what programs print."""
    return min(pairs, key=lambda pair: (rarity.get(pair, 0), -len(pair), pair), default=None)


def _record(number: int, item: int, entry: Entry, signature: Signature) -> Record:
    words = len(patterns.fixed_words(signature.message)) if signature.message is not None else 0
    words += min((len(patterns.text_words(literal)) for literal in signature.literal), default=0)
    diagnostic = signature.diagnostic
    return Record(
        entry=number,
        item=item,
        general=entry.general,
        specificity=SPECIFICITIES.index(specificity(signature)),
        conditions=_conditions(signature),
        fixed=words,
        characters=patterns.fixed_characters(signature.message) if signature.message is not None else 0,
        severity=_severity(signature),
        exceptions=tuple(map(canonical, signature.exception)),
        errno=tuple(signature.errno),
        winerror=tuple(signature.winerror),
        message=signature.message,
        literals=tuple(signature.literal),
        diagnostic=(diagnostic.tool, tuple(diagnostic.code)) if diagnostic is not None else None,
        tools=tuple(signature.tool),
        raised_in=tuple(signature.raised_in),
        exits=tuple(signature.exit),
        python=signature.python,
        code=tuple(_clause(clause) for clause in signature.code),
        command=entry.command,
    )


def _conditions(signature: Signature) -> int:
    """How many conditions must hold. `python` excludes nothing, so it is none."""
    given = (
        signature.exception,
        signature.errno or signature.winerror,
        signature.message is not None,
        signature.literal,
        signature.diagnostic is not None,
        signature.tool,
        signature.severity is not None,
        signature.raised_in,
        signature.exit,
    )
    return sum(map(bool, given)) + len(signature.code)


def _severity(signature: Signature) -> str | None:
    """`error` is the default for all but warnings.

    An item that names a warning's category holds for it printed as a warning and raised as an error (`-W error`);
    a checker's finding has the severity that its user configured.
    """
    if signature.severity is not None:
        return signature.severity
    if signature.diagnostic is not None or any(map(is_warning, signature.exception)):
        return None
    return "error"


def _clause(clause: Clause) -> tuple[str, str | None, dict[str, Any], bool]:
    return clause.fact, clause.of, plain(clause.arguments), clause.negated
