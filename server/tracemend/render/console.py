"""A diagnosis for a terminal: rich where there is one, plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from tracemend.diagnosis import Diagnosis
from tracemend.knowledge.template import fill
from tracemend.render import words
from tracemend.render.chains import told_once
from tracemend.render.escape import one_line, visible

Line = tuple[str, str]
"""A style of rich ("bold red", "" for none) and the text of one line."""


def lines(diagnosis: Diagnosis, *, full: bool = False, after: str | None = None) -> Iterator[Line]:
    """What to print, line by line. `full` adds what a card has; `after` says what led to it."""
    severity = "bold red" if diagnosis.report.severity == "error" else "bold yellow"
    yield severity, one_line(diagnosis.title)
    if after:
        yield "dim", f"  {one_line(after, 400)}"
    frame, place = diagnosis.report.user_frame, diagnosis.place
    if frame is not None:
        line = place.line if place and place.line else frame.line
        yield "cyan", f"  at {visible(frame.path)}:{line}" if line else f"  at {visible(frame.path)}"
    entry = diagnosis.entry
    if entry is None:
        yield "", f"  {words.NOTHING_KNOWN}"
        if diagnosis.nearest:
            yield "dim", f"  Nearest: {', '.join(diagnosis.nearest)} (similar words)"
        return
    yield "dim", "  " + " · ".join(words.standing(diagnosis))
    yield "", f"  {one_line(fill((full and entry.meaning) or entry.summary, diagnosis.values), 1000)}"
    yield from _causes(diagnosis)
    for fix in diagnosis.fixes:
        mark = "preferred fix" if fix.preferred else "fix"
        yield "green" if fix.preferred else "", f"  {mark}: {one_line(fix.title)}"
        for step in (fix.text or "").split("\n") if fix.text else ():
            yield "", f"      {visible(step)}"
        if fix.note:
            yield "dim", f"      {one_line(fix.note)}"
        if fix.caution:
            yield "yellow", f"      Caution: {fix.caution}"
    for example in diagnosis.examples:
        yield "", f"  fix, shown on another program: {one_line(example.title)}"
        for changed in example.diff.split("\n"):
            yield {"-": "red", "+": "green"}.get(changed[:1], ""), f"      {visible(changed)}"
    if full:
        yield from _background(diagnosis)


def _causes(diagnosis: Diagnosis) -> Iterator[Line]:
    marks = {
        "confirmed": ("green", "✔ Most likely"),
        "possible": ("", "Possible"),
        "ruled-out": ("dim", "✘ Not"),
    }
    for cause in diagnosis.causes:
        style, mark = marks[cause.verdict]
        yield style, f"  {mark}: {one_line(cause.text)}"
        if cause.seen:
            yield "dim", f"      Seen: {one_line(cause.seen)}"
    if note := words.evidence_note(diagnosis):
        yield "dim", f"  {note}"


def _background(diagnosis: Diagnosis) -> Iterator[Line]:
    entry = diagnosis.entry
    if entry is None:
        return
    own = diagnosis.context.system
    if entry.no_edit:
        yield "dim", f"  Why there is no quick fix: {one_line(entry.no_edit)}"
    for name in sorted(entry.platforms, key=lambda name: name != own):
        yield "", ""
        yield "bold", f"  {name}"
        yield "", f"  {' '.join(entry.platforms[name].split())}"
    for question in entry.questions:
        yield "", ""
        yield "bold", f"  {question.ask}"
        yield "", f"  {' '.join(question.answer.split())}"
    if entry.related:
        yield "dim", f"  Related: {', '.join(entry.related)}"
    for source in entry.sources:
        yield "dim", f"  {source.title}: {source.url}"


def show(diagnoses: Sequence[Diagnosis], out: TextIO | None = None, *, full: bool = False) -> None:
    """Print the diagnoses, coloured where `out` is a terminal; what one entry explains of a chain once."""
    out = out or sys.stdout
    told = [list(lines(one.diagnosis, full=full, after=one.after)) for one in told_once(diagnoses)]
    if not out.isatty():
        out.write("\n".join("".join(f"{text}\n" for _, text in one) for one in told))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False)
    for number, one in enumerate(told):
        if number:
            console.print()
        for style, text in one:
            console.print(Text(text, style=style), soft_wrap=False)
