"""What an entry says to its reader, and what it must not advise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.knowledge.model import Entry

_BAD = tuple(
    (lazy.regex(pattern, re.I), name)
    for pattern, name in (
        (r"\bchmod (?:-\w+ )?(?:0?777|a\+rwx|ugo\+rwx)\b", "chmod 777"),
        (r"\bverify ?= ?False\b", "verify=False"),
        (r"\bexcept(?: Exception| BaseException)?: ?pass\b", "except: pass"),
        (r"--break-system-packages\b", "--break-system-packages"),
        (r"\bsudo (?:-\w+ )?(?:python3? -m )?pip3?\b", "sudo pip"),
        (r"\b(?:run|running|runs|start|starting)\b[^.]{0,40}\bas (?:root|administrator)\b", "running as root"),
        (r"_create_unverified_context\b|\bCERT_NONE\b", "switching off certificate checks"),
    )
)
_NEGATED = lazy.regex(r"\b(?:not|never|without|instead of|rather than|avoid)\b", re.I)


def bad_advice(text: str) -> str | None:
    """The name of what must not be advised, where a fix's text says to do it; None where it does not, or says not
    to."""
    for pattern, name in _BAD:
        found = pattern.search(text)
        if found and not _NEGATED.search(text, 0, found.end()):
            return name
    return None


def prose(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every text of an entry that a reader sees, with its key path."""
    yield from (("title", entry.title), ("summary", entry.summary), ("meaning", entry.meaning))
    for number, cause in enumerate(entry.causes):
        yield f"causes[{number}].text", cause.text
    for number, fix in enumerate(entry.fixes):
        yield f"fixes[{number}].title", fix.title
        yield from ((f"fixes[{number}].steps[{step}]", text) for step, text in enumerate(fix.steps))
        if fix.caution is not None:
            yield f"fixes[{number}].caution", fix.caution
    yield "no_edit", entry.no_edit
    for name, text in entry.platforms.items():
        yield f"platforms.{name}", text
    for number, question in enumerate(entry.questions):
        yield f"questions[{number}].ask", question.ask
        yield f"questions[{number}].answer", question.answer
