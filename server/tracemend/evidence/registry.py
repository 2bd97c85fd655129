"""All facts by name, and how one is asked: bounded in time, and never the reason that a diagnosis fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import OutOfTime, clean, limited
from tracemend.knowledge.model import Clause

_log = logging.getLogger(__name__)


_SUBJECTS: Mapping[str, str] = {
    "path": "path-exists path-missing path-is-folder path-owned-by-me path-owned-by-other path-writable "
    "path-not-writable path-readable path-not-readable path-read-only path-on-read-only-filesystem "
    "path-like-name path-relative-elsewhere settings-elsewhere path-held-open",
    "folder": "parent-missing parent-writable parent-not-writable parent-owned-by-other",
    "module": "module-installed module-not-installed module-in-other-environment distribution-known "
    "module-shadowed-by-local-file module-is-stdlib module-local similar-module",
    "environment": "env-not-set env-similar env-in-dotenv externally-managed command-installed command-is-module "
    "command-provided-by similar-command",
    "venv": "venv-here script-in-venv",
    "network": "port-in-use port-free",
    "packages": "file-in-package",
    "stubs": "stubs-known",
    "system": "system-package-known",
    "cards": "no-nvidia-card",
    "typed": "similar-typed-key",
    "code": "line-has calls subscript-of assigned-from in-async-function open-without-encoding",
    "functions": "returns-nothing calls-itself drops-own-result",
    "encoding": "text-encoding begins-with-mark",
    "file_text": "names-one-of hidden-character",
    "loops": "element-of-loop",
    "printed": "printed-line printed-message message-says",
    "layout": "open-bracket-before begins-with-clause main-guard-missing mixed-indentation file-parses",
    "signatures": "similar-keyword",
    "columns": "similar-column separator-of-file",
    "json_files": "json-file-mistake",
    "methods": "method-of-another-language moved-name removed-name newer-member member-of-class",
    "numbers": "number-meaning",
    "keys": "similar-key",
    "names": "similar-name similar-attribute name-is-module similar-fixture is-function-of-file",
    "workspace": "name-in-workspace",
    "project_files": "path-in-project",
    "members": "renamed-import renamed-member imported-module-has",
    "project_imports": "module-of-project modules-beside-script standard-member submodule-of",
}
"""Each subject's module and the facts in it, so that a diagnosis loads only the modules it asks."""


@lru_cache(maxsize=1)
def _where() -> Mapping[str, str]:
    return {name: subject for subject, names in _SUBJECTS.items() for name in names.split()}


@lru_cache(maxsize=256)
def fact(name: str) -> Fact | None:
    """The fact of a name; None where there is none. Its module is loaded when it is first asked for."""
    subject = _where().get(name)
    if subject is None:
        return None
    module = import_module(f"tracemend.evidence.{subject}")
    found: Iterator[Fact] = (known for known in module.FACTS if known.name == name)
    return next(found)


def facts() -> Mapping[str, Fact]:
    """All facts by name, sorted."""
    return {name: known for name in sorted(_where()) if (known := fact(name)) is not None}


def ask(clause: Clause, inquiry: Inquiry) -> Finding:
    """What the clause's fact says, not yet negated. Unknown where there is no such fact, it failed or took
    too long.

    Whether it may be looked at all (origin, trust) is for the caller to say.
    """
    known = fact(clause.fact)
    if known is None:
        return UNKNOWN
    try:
        with limited():
            finding = known.look(inquiry)
    except OutOfTime:
        _log.info("fact %s took too long", known.name)
        return UNKNOWN
    except Exception as error:
        # A fact looks at what others wrote; the text of the error may hold theirs, so its type
        # alone is logged.
        _log.warning("fact %s failed: %s", known.name, type(error).__name__)
        return UNKNOWN
    if finding.seen is None:
        return finding
    return finding._replace(seen=clean(finding.seen))
