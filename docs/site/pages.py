"""An entry as a page of the site, in Markdown; the overviews of areas and of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tracemend.knowledge.coverage import area_of, counted
from tracemend.knowledge.model import Entry, Example, Fix, Signature, When
from tracemend.knowledge.tables import proven_changes
from tracemend.knowledge.template import fields, fill
from tracemend.render.escape import code_block, code_span, link_target, markdown

_SYSTEMS = {"windows": "Windows", "linux": "Linux", "macos": "macOS", "container": "In a container", "wsl": "In WSL"}
_EXAMPLES = 6
"""How many outputs a page shows."""


def title_of(entry: Entry) -> str:
    """The title without what an error of the user's would put in."""
    return fill(entry.title, {})


def page(entry: Entry, titles: Mapping[str, str]) -> str:
    """The page of an entry. `titles` names every entry by id, for links."""
    lines = [f"# {markdown(title_of(entry))}", "", markdown(entry.summary), "", _text(entry.meaning), ""]
    if entry.general:
        lines += ["!!! note", "    No entry knows this very message: this one helps to read it.", ""]
    lines += [*_causes(entry), *_fixes(entry), *_background(entry, titles), *_examples(entry)]
    lines += ["---", "", f"Entry {code_span(entry.id)}, reviewed {entry.reviewed}. Recognised by:", ""]
    lines += [f"- {_signature(signature)}" for signature in entry.match]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Prose; what an error would put in is shown by its name."""
    values = {name: f"\ue000{name}\ue001" for name in fields(text)}
    parts = fill(text, values).replace("\ue001", "\ue000").split("\ue000")
    shown = []
    for number, part in enumerate(parts):
        escaped = markdown(part)
        ends = (" " if part[:1].isspace() else "", " " if part[-1:].isspace() and escaped else "")
        shown.append(f"*{escaped}*" if number % 2 else f"{ends[0]}{escaped}{ends[1]}")
    return "".join(shown)


def _when(when: When | None) -> str:
    if when is None:
        return ""
    said = [_SYSTEMS.get(name, name) for name in when.os] + [f"Python {when.python}"] * bool(when.python)
    said += [*when.shell, *when.tool, *when.place]
    return f" ({markdown(', '.join(said))})" if said else ""


def _causes(entry: Entry) -> Iterator[str]:
    yield from ("## Causes", "")
    if any(cause.evidence for cause in entry.causes):
        yield from ("The editor looks whether those marked *checked* hold where the program ran.", "")
    titles = {fix.id: fix.title for fix in entry.fixes}
    for cause in entry.causes:
        yield f"- {_text(cause.text)}{_when(cause.when)}" + (" *checked*" if cause.evidence else "")
        yield from (f"    - {_text(titles[id])}" for id in cause.fixes if id in titles)
    yield ""


def _fixes(entry: Entry) -> Iterator[str]:
    yield from ("## What to do", "")
    for fix in entry.fixes:
        yield f"### {_text(fix.title)}{_when(fix.when)}"
        yield ""
        yield from _fix(fix)
        if fix.edit is not None and (diff := proven_changes().get(f"{entry.id}.{fix.id}")):
            yield from (code_block(diff, "diff"), "")
        if fix.caution:
            yield from (f"Caution: {_text(fix.caution)}", "")
    if entry.no_edit:
        yield from (f"Why there is no quick fix: {_text(entry.no_edit)}", "")


def _fix(fix: Fix) -> Iterator[str]:
    if fix.edit is not None:
        yield from ("A quick fix on the line that failed.", "")
    elif fix.command is not None and fix.command.recipe:
        yield from ("A command for the terminal, made for your package manager and shell.", "")
    elif fix.command is not None:
        lines = [" ".join(words) for words in fix.command.posix or fix.command.windows]
        yield from (code_block("\n".join(lines), "sh"), "")
    elif fix.setting is not None:
        where = f"{fix.setting.file}, {fix.setting.table}" if fix.setting.table else fix.setting.file
        yield from (f"In {code_span(where)}: {code_span(f'{fix.setting.key} = {fix.setting.value!r}')}", "")
    else:
        yield from (f"{number}. {_text(step)}" for number, step in enumerate(fix.steps, 1))
        yield ""


def _background(entry: Entry, titles: Mapping[str, str]) -> Iterator[str]:
    if entry.platforms:
        yield from ("## By system", "")
        for name, text in entry.platforms.items():
            yield from (f"**{_SYSTEMS.get(name, name)}.** {_text(text)}", "")
    if entry.questions:
        yield from ("## Questions", "")
        for question in entry.questions:
            yield from (f"**{markdown(question.ask)}** {markdown(question.answer)}", "")
    if entry.also_known_as:
        yield from ("Also known as: " + ", ".join(map(code_span, entry.also_known_as)), "")
    related = [id for id in entry.related if id in titles]
    if related:
        yield from ("## Related", "")
        yield from (f"- [{markdown(titles[id])}]({id}.md)" for id in related)
        yield ""
    if entry.sources:
        yield from ("## Sources", "")
        yield from (f"- [{markdown(source.title)}]({link_target(source.url)})" for source in entry.sources)
        yield ""


def _examples(entry: Entry) -> Iterator[str]:
    yield from ("## As it is printed", "")
    for example in entry.examples[:_EXAMPLES]:
        told = _told(example)
        if told:
            yield from (markdown(told), "")
        if example.output is not None:
            yield from (code_block(example.output.strip("\n")), "")
        elif example.diagnostic is not None:
            found = example.diagnostic
            yield from (code_block(f"{found.message}  [{found.source}: {found.code}]"), "")
        if example.seen_at:
            yield from (f"[Where it was seen]({link_target(example.seen_at)})", "")


def _told(example: Example) -> str:
    said = [f"Python {example.python}"] if example.python else []
    said += [f"{name} {version}" for name, version in example.seen_with.items()]
    if example.command:
        said.append(example.command)
    return ", ".join(said) + ":" if said else ""


def _signature(signature: Signature) -> str:
    said = [code_span(name) for name in signature.exception]
    said += [f"number {number}" for number in (*signature.errno, *signature.winerror)]
    if signature.diagnostic is not None:
        said.append(f"{signature.diagnostic.tool} {', '.join(map(code_span, signature.diagnostic.code))}")
    said += [f"what {name} prints" for name in signature.tool]
    if signature.message is not None:
        said.append(code_span(signature.message))
    said += [code_span(text) for text in signature.literal]
    return ", ".join(said)


def overview(entries: Iterable[Entry]) -> str:
    """The first page: what there is, by area, and how much of it has what."""
    entries = list(entries)
    lines = ["# What Tracemend knows", "", f"{len(entries)} errors, each with causes, fixes and real output.", ""]
    lines += ["| Area | Entries | Provoked here | Looks for evidence | Quick fix, proven | Sources |"]
    lines += ["| --- | ---: | ---: | ---: | ---: | ---: |"]
    for area, count in counted(entries).items():
        named = f"[{area}](area-{area}.md)" if area != "all" else "all"
        shares = (count.observed, count.evidence, count.edit, count.sources)
        lines.append(f"| {named} | {count.entries} | " + " | ".join(map(str, shares)) + " |")
    return "\n".join([*lines, "", "Search by what was printed, or by the name of the exception.", ""])


def area(name: str, entries: Iterable[Entry]) -> str:
    """The page of an area: its entries by topic."""
    lines = [f"# {name}", ""]
    topic = None
    for entry in sorted((one for one in entries if area_of(one.id) == name), key=lambda one: one.id):
        parts = entry.id.split(".")
        if len(parts) > 2 and parts[1] != topic:
            topic = parts[1]
            lines += ["", f"## {topic}", ""]
        lines.append(f"- [{markdown(title_of(entry))}]({entry.id}.md): {markdown(entry.summary)}")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"
