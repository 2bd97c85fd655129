"""All facts by name, and how one is asked: bounded in time, and never the reason that a diagnosis fails."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import OutOfTime, clean, limited
from tracemend.knowledge.model import Clause

_log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def facts() -> Mapping[str, Fact]:
    """All facts by name, sorted. Each subject has one module; two facts of one name are a fault of the
    program."""
    from tracemend.evidence import code, environment, folder, layout, module, names, network, path, venv

    found: dict[str, Fact] = {}
    for subject in (path, folder, module, environment, venv, network, code, layout, names):
        for fact in subject.FACTS:
            if fact.name in found:
                raise ValueError(f"two facts are named {fact.name}")
            found[fact.name] = fact
    return dict(sorted(found.items()))


def ask(clause: Clause, inquiry: Inquiry) -> Finding:
    """What the clause's fact says, not yet negated. Unknown where there is no such fact, it failed or took
    too long.

    Whether it may be looked at all (origin, trust) is for the caller to say.
    """
    fact = facts().get(clause.fact)
    if fact is None:
        return UNKNOWN
    try:
        with limited():
            finding = fact.look(inquiry)
    except OutOfTime:
        _log.info("fact %s took too long", fact.name)
        return UNKNOWN
    except Exception as error:
        # A fact looks at what others wrote; the text of the error may hold theirs, so its type
        # alone is logged.
        _log.warning("fact %s failed: %s", fact.name, type(error).__name__)
        return UNKNOWN
    if finding.seen is None:
        return finding
    return replace(finding, seen=clean(finding.seen))
