"""A diagnosis as Markdown: the hover, at most twelve lines, and the card, in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tracemend.diagnosis import CauseFound, Diagnosis, FixReady
from tracemend.evidence.fact import Value
from tracemend.knowledge.template import fill
from tracemend.render import words
from tracemend.render.chains import told_once
from tracemend.render.escape import code_block, code_span, link_target, markdown, one_line
from tracemend.source.place import resolve_path

HOVER_LINES = 12
HOVER_FIXES = 3
_BREAK = "  \n"
_OPEN, _CLOSE = "\ue000", "\ue001"
_SYSTEMS = {
    "windows": "Windows",
    "linux": "Linux",
    "macos": "macOS",
    "container": "In a container",
    "wsl": "In WSL",
    "venv": "In a virtual environment",
    "conda": "In conda",
    "ci": "In CI",
    "notebook": "In a notebook",
}


class Links(Protocol):
    """Command links, where the client can follow them; None where it cannot."""

    def fix(self, diagnosis: Diagnosis, fix: FixReady) -> str | None: ...

    def card(self, diagnosis: Diagnosis) -> str | None: ...


def _marked(template: str, values: Mapping[str, Value]) -> str:
    """A template as Markdown, the values put in as inline code."""
    wrapped: dict[str, Value] = {
        name: f"{_OPEN}{value}{_CLOSE}" if isinstance(value, str) else tuple(f"{_OPEN}{one}{_CLOSE}" for one in value)
        for name, value in values.items()
    }
    parts: list[str] = []
    for piece in fill(template, wrapped).replace(_CLOSE, _OPEN).split(_OPEN):
        parts.append(code_span(piece) if len(parts) % 2 else _kept(piece))
    return "".join(parts)


def _kept(text: str) -> str:
    """Escaped, the blanks at both ends kept (they stand beside inline code)."""
    shown = markdown(text)
    return (" " if text[:1].isspace() else "") + shown + (" " if text[-1:].isspace() and shown else "")


def heading(diagnosis: Diagnosis) -> str:
    """The title as Markdown, values as code."""
    if diagnosis.entry is None:
        return markdown(one_line(diagnosis.title))
    title = _marked(diagnosis.entry.title, diagnosis.values)
    return title if len(title) <= 400 else markdown(one_line(diagnosis.title))


def hover(diagnosis: Diagnosis, links: Links | None = None) -> str:
    """What a hover shows: title and standing, one line of meaning, causes with what was seen, fixes, a link, and
    why a fix is not preferred."""
    head = f"**{heading(diagnosis)}**"
    standing = words.standing(diagnosis)
    lines = [" · ".join([head, *map(markdown, standing)])]
    if diagnosis.entry is None:
        lines.append(_unknown(diagnosis))
        return _BREAK.join(lines)
    lines.append(_marked(diagnosis.entry.summary, diagnosis.values))
    lines += _hover_causes(diagnosis.causes)
    if note := words.evidence_note(diagnosis):
        lines.append(f"*{markdown(note)}*")
    if fixes := _hover_fixes(diagnosis, links):
        lines.append(fixes)
    if reason := _hover_reason(diagnosis):
        lines.append(reason)
    return _BREAK.join(lines[:HOVER_LINES])


def _hover_causes(causes: Sequence[CauseFound]) -> list[str]:
    lines = []
    confirmed = [cause for cause in causes if cause.verdict == "confirmed"]
    possible = [cause for cause in causes if cause.verdict == "possible"]
    for number, cause in enumerate(confirmed[:2]):
        lines.append(f"✔ {'Also' if number else 'Most likely'}: {_cause(cause)}")
    for cause in possible[: 2 if not confirmed else 1]:
        lines.append(f"Possible: {_cause(cause)}")
    # What confirms one cause and rules out another is said once, where it confirms.
    said = {cause.seen for cause in confirmed}
    ruled_out = [cause.seen for cause in causes if cause.verdict == "ruled-out" and cause.seen not in said]
    lines += [f"✘ Not the cause: {markdown(seen)}" for seen in list(filter(None, ruled_out))[:2]]
    return lines


def _cause(cause: CauseFound) -> str:
    text = markdown(cause.text)
    return f"{text} *Seen: {markdown(cause.seen)}*" if cause.seen else text


def _hover_reason(diagnosis: Diagnosis) -> str | None:
    """Why the first fix that is not preferred may not be what is meant; None where a cause says the same."""
    fixes = diagnosis.fixes[:HOVER_FIXES]
    fix = next((fix for fix in fixes if not fix.preferred), None)
    if fix is None or not fix.note or fix.note in {cause.seen for cause in diagnosis.causes}:
        return None
    note = one_line(fix.note, 160)
    return f"*{markdown(note if len(fixes) == 1 else f'{one_line(fix.title, 80)}: {note}')}*"


def _hover_fixes(diagnosis: Diagnosis, links: Links | None) -> str:
    shown = []
    for fix in diagnosis.fixes[:HOVER_FIXES]:
        target = links.fix(diagnosis, fix) if links else None
        if target:
            shown.append(f"[{markdown(one_line(fix.title, 80))}]({link_target(target)})")
        elif fix.kind == "command" and fix.text:
            shown.append(f"{markdown(one_line(fix.title, 80))}: {code_span(one_line(fix.text, 160))}")
        else:
            shown.append(markdown(one_line(fix.title, 80)))
    card = links.card(diagnosis) if links else None
    if card:
        shown.append(f"[All about this error]({link_target(card)})")
    return " · ".join(shown)


def _unknown(diagnosis: Diagnosis) -> str:
    if not diagnosis.nearest:
        return words.NOTHING_KNOWN
    nearest = ", ".join(code_span(entry) for entry in diagnosis.nearest)
    return f"{words.NOTHING_KNOWN} Nearest: {nearest} (similar words)."


def cards(diagnoses: Sequence[Diagnosis]) -> str:
    """One card for all errors of a text: with several, first in which order they came about."""
    if not diagnoses:
        return "No error was recognised in this text.\n"
    if len(diagnoses) == 1:
        return card(diagnoses[0])
    lines = ["# What failed, in this order", ""]
    by_id = {diagnosis.id: diagnosis for diagnosis in diagnoses}
    for number, diagnosis in enumerate(diagnoses, 1):
        line = f"{number}. {heading(diagnosis)}"
        if diagnosis.chain and (later := by_id.get(diagnosis.chain[0])):
            verb = {
                "cause": "led to",
                "context": "was being handled when this came:",
                "member": "is a member of",
            }[diagnosis.chain[1]]
            line += f" — {verb} {markdown(later.report.exception or later.title)}"
        lines.append(line)
    shown: set[str] = set()
    for diagnosis, _ in told_once(diagnoses):
        entry = diagnosis.entry.id if diagnosis.entry else diagnosis.id
        lines += ["", *_below(card(diagnosis, brief=entry in shown).rstrip().split("\n"))]
        shown.add(entry)
    return "\n".join(lines) + "\n"


def _below(lines: Sequence[str]) -> list[str]:
    """A card's lines with each heading one level down."""
    found, fence = [], ""
    for line in lines:
        begins = line.startswith("```")
        if begins and not fence:
            fence = line[: len(line) - len(line.lstrip("`"))]
        elif fence and line.rstrip() == fence:
            fence = ""
        found.append(f"#{line}" if line.startswith("#") and not fence else line)
    return found


def card(diagnosis: Diagnosis, *, brief: bool = False) -> str:
    """A diagnosis in full. `brief` leaves out what only repeats the entry (it stands above already)."""
    lines = [f"# {heading(diagnosis)}", ""]
    if standing := words.standing(diagnosis):
        confidence = f"{diagnosis.confidence} confidence" if diagnosis.confidence else ""
        lines += [markdown(" · ".join(filter(None, [confidence, *standing]))), ""]
    lines += _where(diagnosis)
    entry = diagnosis.entry
    if entry is None:
        return "\n".join([*lines, _unknown(diagnosis)]) + "\n"
    lines += [_marked(entry.meaning or entry.summary, diagnosis.values), ""]
    lines += _causes(diagnosis)
    lines += _fixes(diagnosis)
    if not brief:
        lines += _background(diagnosis)
    return "\n".join(lines).rstrip() + "\n"


def _where(diagnosis: Diagnosis) -> list[str]:
    report, lines = diagnosis.report, []
    if report.message or report.exception:
        printed = f"{report.exception}: {report.message}" if report.exception else report.message
        lines += [code_block(printed[:2000].rstrip(": ")), ""]
    shown = report.frames[-8:]
    for frame in reversed(shown):
        lines.append(
            f"- {_frame_link(diagnosis, frame.path, frame.line)}"
            + (f" in {code_span(frame.name)}" if frame.name else "")
        )
    if len(report.frames) > len(shown):
        lines.append(f"- and {len(report.frames) - len(shown)} outer frames")
    return [*lines, ""] if lines else []


def _frame_link(diagnosis: Diagnosis, path: str, line: int | None) -> str:
    label = f"{path}:{line}" if line else path
    context, place = diagnosis.context, diagnosis.place
    file = resolve_path(path, context, diagnosis.report.folder) if context.trusted else None
    frame = place.frame if place is not None and file is None and context.trusted else None
    if place is not None and frame is not None and (frame.path, frame.line) == (path, line):
        file, line = place.file, place.line or line  # of another machine: the workspace's file that it fits
    if file is None:
        return code_span(label)
    return f"[{markdown(label)}]({link_target(Path(file).as_uri())}{f'#L{line}' if line else ''})"


def _causes(diagnosis: Diagnosis) -> list[str]:
    if not diagnosis.causes:
        return []
    marks = {"confirmed": "✔ Seen here:", "possible": "Possible:", "ruled-out": "✘ Not the cause:"}
    lines = ["## Causes", ""]
    lines += [f"- {marks[cause.verdict]} {_cause(cause)}" for cause in diagnosis.causes]
    if note := words.evidence_note(diagnosis):
        lines += ["", f"*{markdown(note)}*"]
    return [*lines, ""]


def _fixes(diagnosis: Diagnosis) -> list[str]:
    if not (diagnosis.fixes or diagnosis.examples):
        return []
    lines = ["## What to do", ""]
    for fix in diagnosis.fixes:
        mark = " (preferred)" if fix.preferred else ""
        lines.append(f"### {markdown(fix.title)}{mark}")
        if fix.kind == "command" and fix.text:
            lines += ["", code_block(fix.text, "sh")]
            if not fix.runnable:
                lines += ["", "Shown only: this pack's commands are not allowed to be put into the terminal."]
        elif fix.kind == "steps" and fix.text:
            lines += [
                "",
                *(f"{number}. {markdown(step)}" for number, step in enumerate(fix.text.split("\n"), 1)),
            ]
        else:
            lines += ["", "A quick fix on the line that failed."]
        if fix.note:
            lines += ["", markdown(fix.note)]
        if fix.caution:
            lines += ["", f"Caution: {markdown(fix.caution)}"]
        lines.append("")
    for example in diagnosis.examples:
        lines += [f"### {markdown(example.title)}", "", words.IN_THE_PROGRAM, "", code_block(example.diff, "diff"), ""]
    if diagnosis.entry is not None and diagnosis.entry.no_edit:
        lines += [f"Why there is no quick fix: {_marked(diagnosis.entry.no_edit, diagnosis.values)}", ""]
    return lines


def _background(diagnosis: Diagnosis) -> list[str]:
    entry = diagnosis.entry
    if entry is None:
        return []
    lines: list[str] = []
    if entry.platforms:
        own = diagnosis.context.system
        names = sorted(entry.platforms, key=lambda name: (name != own, list(entry.platforms).index(name)))
        lines += ["## By system", ""]
        for name in names:
            text = _marked(entry.platforms[name], diagnosis.values)
            lines += [f"**{_SYSTEMS.get(name, markdown(name))}.** {text}", ""]
    if entry.questions:
        lines += ["## Questions", ""]
        for question in entry.questions:
            lines += [f"**{markdown(question.ask)}** {markdown(question.answer)}", ""]
    if entry.also_known_as:
        lines += ["Also known as: " + ", ".join(map(code_span, entry.also_known_as)), ""]
    if entry.related:
        lines += ["Related: " + ", ".join(map(code_span, entry.related)), ""]
    if entry.sources:
        lines += ["## Sources", ""]
        lines += [f"- [{markdown(source.title)}]({link_target(source.url)})" for source in entry.sources]
        lines.append("")
    lines.append(f"Entry {code_span(entry.id)}, reviewed {markdown(entry.reviewed)}.")
    return lines
