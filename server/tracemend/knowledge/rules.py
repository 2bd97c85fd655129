"""The rules on entries that a check needs nothing but the pack for. Those that keep an entry from being loaded stand in
`safety.py`; those that need facts, recipes, readers or the index in `tracemend.proving`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from tracemend import lazy
from tracemend.knowledge import packs, upkeep, yaml_source
from tracemend.knowledge.fault import Fault as Fault
from tracemend.knowledge.fault import MakeFault as MakeFault
from tracemend.knowledge.fault import line_at
from tracemend.knowledge.loading import SharedCauses, load
from tracemend.knowledge.model import Entry, Example, Fix, NotExample, When
from tracemend.knowledge.packs import PackContent
from tracemend.knowledge.prose import bad_advice, prose
from tracemend.knowledge.tables import check_tables
from tracemend.knowledge.titles import broken

MAX_TITLE = 120
MAX_SUMMARY = 120
MAX_MEANING = 300
MAX_REASON = 200
REQUIRED = ("title", "summary", "reviewed", "match", "meaning", "causes", "fixes", "examples")
NEEDED_SOURCES = {"well": 2, "partly": 1, "new": 0}
SYSTEMS = ("windows", "linux", "macos")
PLATFORMS = (*SYSTEMS, "container", "wsl")
SHELLS = ("bash", "zsh", "sh", "fish", "powershell", "cmd")
PLACES = ("venv", "conda", "container", "ci", "wsl", "notebook")

_KEBAB = lazy.regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PYTHON = lazy.regex(r"(?:>=|<=|==|!=|<|>)3\.\d{1,2}(?:, ?(?:>=|<=|==|!=|<|>)3\.\d{1,2}){0,3}")
_VERSION = lazy.regex(r"[23]\.\d{1,2}(?:\.\d{1,3})?")
_BLOCK_OF_SYNTAX_ERROR = lazy.regex(r'File ".*", line \d')
_SYNTAX_ERROR = lazy.regex(r"^(?:SyntaxError|IndentationError|TabError):", re.M)


def check_content(content: PackContent, today: date | None = None) -> list[Fault]:
    """Every rule on the sound entries of a pack and on the pack as a whole, warnings included. Two entries of one id
    cannot be: the id is the file's place. `today`: None is the machine's date."""
    faults: list[Fault] = []
    ids = {*packs.entry_ids(content.pack), *packs.entry_ids(packs.builtin_pack())}
    general: dict[tuple[str, ...], str] = {}
    for entry in content.entries:
        fault = fault_of(file_of(content.pack.folder, entry.id))
        faults += check_entry(entry, fault)
        faults += upkeep.check(entry, fault, today or date.today())
        for number, other in enumerate(entry.related):
            if other not in ids:
                faults.append(
                    fault(f"related[{number}]", f"there is no entry {other}.", "Mend the id, or leave it out.")
                )
            elif other == entry.id:
                faults.append(fault(f"related[{number}]", "it names the entry itself.", "Leave it out."))
        if entry.general:
            for key in {signature.exception for signature in entry.match}:
                if key in general and general[key] != entry.id:
                    advice = "One entry catches what no other explains."
                    faults.append(fault("general", f"{general[key]} is general for {', '.join(key)} too.", advice))
                general.setdefault(key, entry.id)
        if not content.pack.installed:
            faults += _without_proof(content.pack.folder, entry, fault)
    return faults + check_tables(content.pack.folder / "tables")


def file_of(folder: Path, id: str) -> Path:
    """The file of an entry in a pack's folder."""
    return folder.joinpath(*id.split(".")).with_suffix(".yaml")


def fault_of(file: Path) -> MakeFault:
    """Makes faults of an entry's file; the lines are looked up when the first one is made."""

    def make(key: str, message: str, advice: str) -> Fault:
        return Fault(str(file), line_of(file, key), key or None, message, advice)

    return make


def line_of(file: Path, key: str) -> int | None:
    """The 1-based line of a key path in an entry's file, shared causes put in; None for what cannot be read."""
    try:
        status = file.stat()
    except OSError:
        return None
    return line_at(_lines(file, status.st_mtime_ns, status.st_size), key)


@lru_cache(maxsize=64)
def _lines(file: Path, modified: int, size: int) -> dict[str, int]:
    data = yaml_source.read(file).data
    id = data.get("id") if isinstance(data, dict) else None
    parts = id.split(".") if isinstance(id, str) else [""]
    folder = file.parents[min(len(parts), len(file.parents)) - 1]
    return dict(load(file, str(id), SharedCauses(packs.shared_folders(folder))).lines)


def check_entry(entry: Entry, fault: MakeFault) -> list[Fault]:
    """What is wrong in an entry by itself."""
    if entry.disabled:
        others = [name for name in (*REQUIRED, "sources", "general") if getattr(entry, name)]
        advice = "Leave the other keys out, or remove `disabled`."
        return [fault(name, "a disabled entry has an id alone.", advice) for name in others]
    rules = (_required, _sources, _identifiers, _lengths, _title, _conditions, _examples, _writing)
    return [found for rule in rules for found in rule(entry, fault)]


def _required(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    for name in REQUIRED:
        if not getattr(entry, name):
            yield fault(name, f"`{name}` is missing or empty.", f"Add `{name}:`.")
    if entry.reviewed:
        try:
            sound = len(entry.reviewed) == 10 and bool(date.fromisoformat(entry.reviewed))
        except ValueError:
            sound = False
        if not sound:
            yield fault("reviewed", f"{entry.reviewed!r} is no date.", 'Write it as "2026-11-23", in quotes.')


def _title(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    if len(entry.title) > 1 and entry.title[0] == entry.title[-1] == '"' and '"' not in entry.title[1:-1]:
        yield fault("title", "it stands in quotation marks that would be shown.", "Take the inner ones away.")
    for number, name in list(broken(entry))[:1]:
        advice = f"Write {{{name}|words for it}}, or {{{name}|}} where the title reads well without."
        yield fault("title", f"match[{number}] does not always capture {{{name}}}.", advice)


def _sources(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    needed = NEEDED_SOURCES[entry.documented]
    if len({source.url for source in entry.sources}) < needed:
        message = f"`documented: {entry.documented}` needs {needed} source{'s' if needed > 1 else ''}."
        yield fault("documented", message, "Add sources, or write partly (one source) or new (none).")
    for number, source in enumerate(entry.sources):
        if not source.url.startswith("https://") or " " in source.url:
            yield fault(f"sources[{number}].url", f"{source.url[:80]} is no https address.", "Begin it with https://.")


def _identifiers(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    known = {fix.id for fix in entry.fixes}
    used = {id for cause in entry.causes for id in cause.fixes}
    for key, items in (("causes", [one.id for one in entry.causes]), ("fixes", [one.id for one in entry.fixes])):
        for number, id in enumerate(items):
            if not _KEBAB.fullmatch(id):
                yield fault(f"{key}[{number}].id", f"{id!r} is no id.", "Use small letters, digits and hyphens.")
            if id in items[:number]:
                yield fault(f"{key}[{number}].id", f"{id} stands twice.", "Give each an id of its own.")
    for number, cause in enumerate(entry.causes):
        for id in cause.fixes:
            if id not in known:
                yield fault(
                    f"causes[{number}].fixes", f"there is no fix {id}.", f"There are: {', '.join(sorted(known))}."
                )
    if entry.no_edit and any(fix.edit is not None for fix in entry.fixes):
        yield fault("no_edit", "there is an edit among the fixes.", "Leave `no_edit` out.")
    for number, fix in enumerate(entry.fixes):
        if fix.id not in used:
            yield fault(f"fixes[{number}]", f"no cause names the fix {fix.id}.", "Name it in a cause's `fixes`.")


def _lengths(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    for key, text, most in (
        ("title", entry.title, MAX_TITLE),
        ("summary", entry.summary, MAX_SUMMARY),
        ("meaning", entry.meaning, MAX_MEANING),
        ("no_edit", entry.no_edit, MAX_REASON),
    ):
        if len(text) > most:
            yield fault(key, f"it has {len(text)} characters.", f"Say it in at most {most}.")
        if key in ("title", "summary") and "\n" in text.strip():
            yield fault(key, "it has more than one line.", "Say it in one.")


def _conditions(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    for key in entry.platforms:
        if key not in PLATFORMS:
            yield fault(f"platforms.{key}", f"{key} is no platform.", f"There are: {', '.join(PLATFORMS)}.")
    whens = [(f"causes[{number}].when", cause.when) for number, cause in enumerate(entry.causes)]
    whens += [(f"fixes[{number}].when", fix.when) for number, fix in enumerate(entry.fixes)]
    for key, when in whens:
        if when is not None:
            yield from _when(key, when, fault)
    for number, signature in enumerate(entry.match):
        if signature.python is not None and not _PYTHON.fullmatch(signature.python):
            advice = 'Write it as ">=3.10" or ">=3.10,<3.13".'
            yield fault(f"match[{number}].python", f"{signature.python!r} names no versions.", advice)


def _when(key: str, when: When, fault: MakeFault) -> Iterator[Fault]:
    for name, values, known in (("os", when.os, SYSTEMS), ("shell", when.shell, SHELLS), ("place", when.place, PLACES)):
        for value in values:
            if value not in known:
                yield fault(f"{key}.{name}", f"{value} is not known here.", f"There are: {', '.join(known)}.")
    if when.python is not None and not _PYTHON.fullmatch(when.python):
        yield fault(f"{key}.python", f"{when.python!r} names no versions.", 'Write it as ">=3.10".')


def _examples(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    for number, example in enumerate(entry.examples):
        key = f"examples[{number}]"
        yield from _one_output(key, example, fault)
        if not example.observed and not (example.seen_at or "").startswith("https://"):
            yield fault(key, "what was not provoked needs `seen_at`.", "Give the https address where it is shown.")
        if example.python is not None and not _VERSION.fullmatch(example.python):
            yield fault(f"{key}.python", f"{example.python!r} is no version.", 'Write it as "3.12", in quotes.')
        expect = example.expect
        if expect.cause is not None and expect.cause not in {cause.id for cause in entry.causes}:
            yield fault(f"{key}.expect.cause", f"there is no cause {expect.cause}.", "Name one of the entry's causes.")
        if expect.preferred is not None and expect.preferred not in {fix.id for fix in entry.fixes}:
            yield fault(f"{key}.expect.preferred", f"there is no fix {expect.preferred}.", "Name one of its fixes.")
    for number, counter in enumerate(entry.not_examples):
        yield from _one_output(f"not_examples[{number}]", counter, fault)


def _one_output(key: str, example: Example | NotExample, fault: MakeFault) -> Iterator[Fault]:
    output = example.output
    if (output is None) == (example.diagnostic is None) or (output is not None and not output.strip()):
        yield fault(key, "exactly one of output and diagnostic has to be there.", "Give the real output, whole.")
    elif output is not None and _BLOCK_OF_SYNTAX_ERROR.match(output) and _SYNTAX_ERROR.search(output):
        yield fault(f"{key}.output", "the blanks at its beginning are lost.", "Begin the block with `|2`.")


_FILLED = lazy.regex(r"title$|causes\[|fixes\[.*(?:title|steps)")
"""The keys whose texts are filled (`knowledge.template`)."""
_ONE_BRACE = lazy.regex(r"(?<!\{)\{\{ |(?<!\}) \}\}(?!\})")


def _writing(entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    for key, text in prose(entry):
        if re.search(r"\w!(?:\s|$)", text):
            yield fault(key, "it has an exclamation mark.", "End the sentence with a full stop.")
        if _FILLED.match(key) and _ONE_BRACE.search(text):
            yield fault(key, "two braces stand for one, as in {{x}}.", "Write {{{{ x }}}} for a template's {{ x }}.")
    for number, fix in enumerate(entry.fixes):
        for key, text in _of_fix(f"fixes[{number}]", fix):
            advice = bad_advice(text)
            if advice is not None:
                yield fault(key, f"{advice} is no fix.", "Name it in a question or a caution, and say why not.")
        for step, sentence in enumerate(fix.steps):
            if not re.match(r"[^\W\d_a-z]|[`{'\"]|\d", sentence) or not re.search(r"[.?`)]$|: \S", sentence):
                advice = "Begin with a capital letter and end with a full stop."
                yield fault(f"fixes[{number}].steps[{step}]", "a step is a sentence.", advice)


def _of_fix(key: str, fix: Fix) -> Iterator[tuple[str, str]]:
    yield f"{key}.title", fix.title
    for number, step in enumerate(fix.steps):
        yield f"{key}.steps[{number}]", step
    if fix.command is not None:
        for words in dict.fromkeys((*fix.command.posix, *fix.command.windows)):
            yield f"{key}.command", " ".join(words)
        yield f"{key}.command", " ".join(f"{name}={value}" for name, value in fix.command.arguments.items())
    if fix.edit is not None:
        yield f"{key}.edit", " ".join(f"{name}={value}" for name, value in fix.edit.arguments.items())
    if fix.setting is not None:
        yield f"{key}.setting", f"{fix.setting.key}={fix.setting.value}"


def _without_proof(folder: Path, entry: Entry, fault: MakeFault) -> Iterator[Fault]:
    file = file_of(folder, entry.id)
    name = file.stem
    beside = {path.name for path in file.parent.iterdir()} if file.parent.is_dir() else set()
    for number, fix in enumerate(entry.fixes):
        start = f"{name}.{fix.id}"
        if fix.edit is not None and not any(other == start or other.startswith(f"{start}.") for other in beside):
            advice = f"Add {start}.py beside the entry: a program that fails, and passes with the fix."
            yield fault(f"fixes[{number}].edit", "an edit needs a proof.", advice)
