"""Every recipe, on every proof of the knowledge base written in other ways: what holds for all edits holds there."""

from __future__ import annotations

import ast
import importlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.context import DiskDocuments
from tracemend.diagnosis import Diagnosis
from tracemend.fixes.families import FAMILIES
from tracemend.fixes.recipe import FileEdits, Mend, TextEdit, apply_edits
from tracemend.fixes.registry import recipe_named, recipes
from tracemend.reading.report import ErrorReport, Frame
from tracemend.source.module import whole
from tracemend.source.place import Place
from tracemend.source.scopes import names_bound
from tracemend.source.text import SourceText

from .seeds import PRINTED, Known, Seed, diagnoser, known_proofs, seed_of
from .variations import VARIATIONS, Text, comments_of, compiled_report, error_of, report_on, text_of, varied

KNOWN = known_proofs()
EXAMPLES = int(os.environ.get("TRACEMEND_EXAMPLES", "0")) or max(2, 2400 // len(KNOWN))
"""How many other ways each proof is written in; fewer as there are more proofs, so that the test stays as long."""

pytestmark = pytest.mark.filterwarnings("ignore:invalid escape sequence")

REACHES = {
    "abstract-name": "the method that implements the abstract one",
    "add-call": "where the name got the function that nobody called",
    "add-colon": "every header of the file that lacks its colon",
    "add-fixture": "the function that becomes a fixture",
    "add-pass": "the header above, whose body is missing",
    "add-return": "the function that gave back None",
    "add-self": "every use of the name in the method",
    "answer-text": "the view that answers a number",
    "app-context": "the statement that called the failing one, where the application is known",
    "array-keep": "the call whose array nobody kept",
    "async-block": "the function around the block, and asyncio.run() where the program enters it",
    "async-client": "where the client is made",
    "async-def": "the functions that call the one that becomes async, and asyncio.run() where the program enters it",
    "asyncio-moved": "every use of what asyncio no longer has",
    "await": "the call that made the coroutine, in the function that hands it over",
    "await-run": "the functions that become async, and those that call them",
    "await-up": "the functions that call the one that becomes async, and asyncio.run() where the program enters it",
    "aware-now": "where the time is taken",
    "balance-brackets": "the line where the bracket was opened or closed wrongly",
    "before-closing": "where the file is handed out of its block",
    "beside-program": "where the file is named",
    "bind-extension": "where the extension is made, configured or bound",
    "blueprint-name": "the blueprint, and the addresses of its views",
    "buffered-cursor": "where the cursor is made",
    "changeable-values": "where the request's values are taken",
    "bound-check": "the check that lets the length pass",
    "class-method": "the method that is called",
    "class-parameter": "the definition of the method that is called",
    "clause-level": "the clause's body, and the statement that it belongs to",
    "close-bracket": "the end of what the bracket encloses",
    "context-object": "every use of the stack",
    "count-from-one": "the loop, the counter or the call that the number comes from",
    "date-where-read": "where the time is read",
    "declaration-first": "the top of the function, where a checker names the use",
    "decode-received": "where the bytes are read",
    "define-first": "the definition that moves, and where it goes to",
    "django-app": "the models of the file, or the settings",
    "django-host": "the settings",
    "django-setup": "where the settings are, and what needs them",
    "drop-prompt": "every line that was pasted with its prompt",
    "encoding": "where the file is opened",
    "escapes": "every text of the file with such an escape",
    "except-star": "the handlers that the group came through",
    "except-tuple": "where the name of the classes is bound",
    "fetch-before-closing": "where the rows are handed out",
    "field-order": "the first field that has a default, where a checker names the later one",
    "first-value": "above the loop or the branches that bind the name",
    "gather-tasks": "where the tasks or the sets get their names",
    "group-sign": "where the pattern is written",
    "hashable-key": "where the key gets its value",
    "hook-name": "the method that sets the attribute",
    "in-place": "where the None comes from",
    "indent": "the lines of the same block",
    "init-return": "the __init__ of the class",
    "into-block": "the block that the statement belongs to",
    "into-coroutine": "where the object is made, the coroutine that runs, and where it is run",
    "join-folder": "where the name is handed over",
    "joined-name": "every use of the name that is written in parts",
    "json-body": "the request whose answer is used, and the others to the same view",
    "json-provider": "the class, and where the application gets it",
    "keep-items": "where the value comes from",
    "keyword-name": "every use of the keyword as a name",
    "library-name": "every text that names the class or the table",
    "list-literal": "the other annotations and calls that are written so",
    "longer-timeout": "where the seconds are written",
    "main-guard": "the module's own statements",
    "metadata-version": "every version that is asked for",
    "model-by-name": "the model that is made",
    "model-class-method": "the validator below the decorator",
    "model-default": "the fields that may be left out",
    "model-literal": "the models of the union",
    "model-root": "every use of the field",
    "module-function": "the local function, and the module's own level before the function around it",
    "no-daemon": "where the process is made",
    "notebook-lines": "every line of the file that only a notebook knows",
    "number-from-text": "where the value comes from, or the option",
    "on-delete": "every relation of the file that lacks it",
    "one-indentation": "every line that is indented by the other characters",
    "open-in-worker": "where the file is opened, and the function that the process runs",
    "open-mode": "where the file is opened",
    "option-parameter": "the command that click calls",
    "option-path": "the option, where the parser gets it",
    "other-method": "the other uses of the same attribute",
    "other-threads": "where the connection is made, and what each thread does with it",
    "own-default": "the function or class that is called",
    "own-rows": "where the table is made",
    "page-name": "where the element is looked for",
    "parametrize-name": "the decorator of the test",
    "parse-dates": "where the file is read",
    "plain-characters": "every such character outside of texts",
    "plain-date": "where the object with the date is made",
    "pool-order": "where the start lacks its parentheses",
    "post-bytes": "where the request is made",
    "python-3": "every statement of Python 2",
    "read-as-text": "where what is read is opened",
    "read-number": "where the function strips the text",
    "rename-hiding": "every use of the variable",
    "returning-row": "the statement that puts the row in",
    "request-context": "the block that the context is opened in",
    "rollback": "the `except` that the failed transaction ran into",
    "route-slash": "the path operation that the message names",
    "run-coroutine": "where the task is made that is run",
    "seek-as-bytes": "where the file is opened, and what is read from it",
    "self-parameter": "the definition of the method that is called",
    "session-middleware": "where the application is made",
    "session-retries": "where the session is made",
    "shared-queue": "where the queue is made",
    "signal-parameters": "the handler that is called",
    "skip-heading": "what the loop goes over",
    "spelling": "every use of a name that is imported under the wrong one",
    "start-apart": "where the thread is made",
    "static-self": "the definition of the method that is called",
    "super-init": "the __init__ of the class",
    "swap-arguments": "the call that hands over the arguments",
    "table-names": "where the file is read",
    "template-loader": "where the loader is made",
    "text-mode": "where the process is started",
    "text-result": "the method that gives back no text",
    "text-rows": "where the rows are made",
    "timeout-name": "the handler that the exception came through",
    "torch-device": "every place that names the card",
    "tuple-to-list": "where the value comes from",
    "url-scheme": "where the address is written",
    "view-return": "the view, which a request calls",
    "where-it-lies": "where the path is written",
    "zone-where-made": "where the time is made",
    "app-start": "the function that was registered, and where the application is made",
    "response-model": "the decorator or the annotation of the view",
    "sql-keep": "where the session is made",
    "view-parameter": "the definition of the view, or its path",
    "view-rule": "the decorator of the view",
}
"""Recipes that edit more than the failing statement, the headers around it, imports, and what binds its names."""

EVIDENCE = {"indent": "a blank line ends a block"}
"""Recipes that a variation may make surer: what it adds is evidence to them."""
_IMPORT = re.compile(r"[ \t]*(?:import|from)\b|[^\n]*(?:\"\"\"|''')[ \t]*(?:#[^\n]*)?$")


def program_of(seed: Seed) -> Text:
    diagnosis = seed.diagnosis(seed.report, seed.text)
    assert diagnosis.place is not None
    assert diagnosis.place.line is not None
    return text_of(seed.text, diagnosis.place.line)


def report_of(seed: Seed, text: Text) -> ErrorReport | None:
    """The report that a run of the changed program prints; None where it is another one."""
    if seed.report.user_frame is None:
        return seed.report  # the library's lines alone: the place is looked for in the text
    path = seed.report.user_frame.path
    if seed.report.exception in ("SyntaxError", "IndentationError", "TabError") and error_of(seed.text) is not None:
        report = compiled_report(text.text, path)
        alike = report is not None and report.exception == seed.report.exception
        return report if alike else None
    return report_on(text, seed.report, path)


def mends_of(
    seed: Seed, report: ErrorReport, text: str, others: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str, Diagnosis, Mend]]:
    """(fix, recipe, diagnosis, mend) of every fix by a recipe, further files as given. What is done in another file
    alone stands among the mend's others."""
    diagnosis = seed.diagnosis(report, text, others)
    for ready in diagnosis.fixes:
        if ready.fix.edit is None:
            continue
        mend = diagnoser().resolve(diagnosis, ready.id)
        assert mend is not None, f"{ready.id} is offered and does not apply"
        if mend.file is not None:
            before = DiskDocuments().read(mend.file)
            assert before is not None
            mend = mend._replace(edits=(), file=None, others=(FileEdits(mend.file, before, mend.edits),))
        yield ready.id, ready.fix.edit.recipe, diagnosis, mend


@cache
def unchanged(seed: Seed) -> dict[str, Mend]:
    """The mends of the seed itself, by fix."""
    return {fix: mend for fix, _, _, mend in mends_of(seed, seed.report, seed.text)}


def check(seed: Seed, text: Text) -> list[str]:
    """What is wrong with what the recipes make of a changed program, in sentences."""
    report = report_of(seed, text)
    if report is None:
        return []
    before = text.text
    known = unchanged(seed)
    found = []
    for fix, recipe, diagnosis, mend in mends_of(seed, report, before):
        edits, others = made_of(mend, str(seed.file))
        after = apply_edits(before, edits)
        faults = [
            *lost_comments(before, after, text),
            *mixed_ends(before, after),
            *foreign_indentation(before, after),
            *broken(before, after),
            *elsewhere(recipe, diagnosis, mend),
        ]
        for old, new in others.values():
            faults += [*lost_comments(old, new), *mixed_ends(old, new), *broken(old, new)]
        if not mend.operations:
            texts = {file: new for file, (_, new) in others.items()}
            faults += again(seed, report, before, after, edits, fix, texts)
        if not mend.sure and not mend.note:
            faults.append("it is not sure and does not say why")
        if mend.sure and fix in known and not known[fix].sure and recipe not in EVIDENCE:
            faults.append("it is surer than without the variation")
        found += [f"{recipe} ({fix}): {fault}\n--- before\n{before}\n--- after\n{after}" for fault in faults]
    return found


def made_of(mend: Mend, file: str) -> tuple[tuple[TextEdit, ...], dict[str, tuple[str, str]]]:
    """The edits of the program's own file, and the texts of other files before and after."""
    edits, others = mend.edits, {}
    for change in mend.others:
        if isinstance(change, FileEdits) and change.file == file:
            edits += change.edits
        elif isinstance(change, FileEdits):
            others[change.file] = (change.before, apply_edits(change.before, change.edits))
    return edits, others


def lost_comments(before: str, after: str, text: Text | None = None) -> Iterator[str]:
    """A comment that is not there any more; one that declares the encoding means something to Python."""
    lost = Counter(comments_of(before)) - Counter(comments_of(after))
    lost = Counter({one: count for one, count in lost.items() if "coding:" not in one})
    if error_of(before) is not None or error_of(after) is not None:
        # Where tokens end is not where comments do: what was put in is looked for as text.
        lost = Counter(one for one in (text.comments if text is not None else ()) if one not in after)
    if lost:
        yield f"the comment {next(iter(lost))!r} is lost"


def mixed_ends(before: str, after: str) -> Iterator[str]:
    """Line ends of two kinds in a file that had one."""
    kinds = [set(re.findall(r"\r\n|\r|\n", text)) for text in (before, after)]
    if len(kinds[0]) == 1 and kinds[1] != kinds[0]:
        yield "line ends are mixed"


def foreign_indentation(before: str, after: str) -> Iterator[str]:
    """A new line of a file with tabs that is indented by blanks, or the other way round."""
    old = set(SourceText(before).lines)
    if re.search(r"^[^\S\t\n\r\f]+\S", before, re.MULTILINE) and re.search(r"^\t", before, re.MULTILINE):
        return
    step = "\t" if re.search(r"^\t", before, re.MULTILINE) else " "
    other = " " if step == "\t" else "\t"
    for line in SourceText(after).lines:
        if line not in old and line.strip() and line.startswith(other):
            yield f"the line {line!r} is indented by other characters"
            return


def broken(before: str, after: str) -> Iterator[str]:
    """A file that compiled and does not any more."""
    if error_of(before) is None and (error := error_of(after)) is not None:
        yield f"it does not compile any more: {error}"


def elsewhere(recipe: str, diagnosis: Diagnosis, mend: Mend) -> Iterator[str]:
    """An edit outside of the failing statement, the headers around it and the imports."""
    place = diagnosis.place
    assert place is not None
    assert place.source is not None
    if recipe in REACHES:
        return
    for edit in mend.edits:
        line = place.source.position(edit.start)[0]
        if not near(place, place.source, line):
            yield f"line {line} is edited, which is not the failing statement's"
            return


def near(place: Place, source: SourceText, line: int) -> bool:
    """Whether a line is the failing statement's, of what stands around it, or among imports."""
    statement = place.statement
    if statement is None or place.line is None:
        return place.line is not None and abs(line - place.line) <= 2
    start, end = statement.span(statement.node)
    if source.position(start)[0] <= line <= source.position(end)[0] + 1:
        return True
    if any(statement.line_of(parent) == line for parent in statement.parents if hasattr(parent, "lineno")):
        return True
    if _IMPORT.match(source.line(line)) or any(_IMPORT.match(above) for above in _above(source, line)):
        return True
    module = whole(source) or whole(SourceText(source.text.partition("def written_now(")[0]))
    if module is None:
        return False
    names = {part.id for part in ast.walk(statement.node) if isinstance(part, ast.Name)}
    return any(
        isinstance(part, ast.stmt)
        and part.lineno <= line <= _header_end(part) + 1
        and any(names_bound(one) and set(names_bound(one)) & names for one in (part, *_own(part)))
        for part in ast.walk(module.tree)
    )


def _own(node: ast.stmt) -> Iterator[ast.AST]:
    """A statement's targets, and a definition's parameters."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield from ast.walk(child)


def _header_end(node: ast.stmt) -> int:
    """The last line of a statement, of one with a body its header's."""
    body = getattr(node, "body", None)
    return body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno or node.lineno


def _above(source: SourceText, line: int) -> Iterator[str]:
    """The nearest line with text above, and the first lines where there is none."""
    for number in range(line - 1, 0, -1):
        if source.line(number).strip() and not source.line(number).lstrip().startswith("#"):
            yield source.line(number)
            return
    yield "import"


def again(
    seed: Seed,
    report: ErrorReport,
    before: str,
    after: str,
    edits: tuple[TextEdit, ...],
    fix: str,
    others: Mapping[str, str],
) -> Iterator[str]:
    """A fix that is offered once more, on the same place, when it has been applied."""
    if error_of(after) is not None:
        return
    if report.exception in ("SyntaxError", "IndentationError", "TabError") and error_of(before) is not None:
        return
    frame = report.user_frame
    if frame is not None:
        moved = _moved(frame, SourceText(before), SourceText(after), edits)
        frames = tuple(moved if one == frame else one for one in report.frames)
        report = replace(report, user_frame=moved, frames=frames)
    for name, _, _, second in mends_of(seed, report, after, others):
        if name == fix:
            yield f"it is offered again, and makes\n{apply_edits(after, second.edits)}\n"


def _moved(frame: Frame, before: SourceText, after: SourceText, edits: tuple[TextEdit, ...]) -> Frame:
    """A frame on the text that edits have made."""
    if frame.line is None:  # the tool names the file alone
        return frame

    def at(offset: int) -> int:
        shift = 0
        for edit in sorted(edits, key=lambda one: one.start):
            if edit.end <= offset:
                shift += len(edit.text) - (edit.end - edit.start)
            elif edit.start < offset:
                return edit.start + shift
        return offset + shift

    indent = len(before.indent_of(frame.line))
    line = after.position(at(before.offset(frame.line, indent)))[0]
    shown = after.line(line)
    own = len(after.indent_of(line))
    changes: dict[str, object] = {"line": line, "end_line": None, "end_column": None}
    if frame.source is not None:
        changes["source"] = shown.strip(" \t\f")
    if frame.carets is not None:
        ends = [after.position(at(before.offset(frame.line, indent + one))) for one in frame.carets]
        on_line = [one - own for number, one in ends if number == line]
        changes["carets"] = tuple(on_line) if len(on_line) == 2 else None
    if frame.column is not None:
        changes["column"] = after.position(at(before.offset(frame.line, frame.column - 1)))[1] + 1
    return frame._replace(**changes)  # type: ignore[arg-type]


_NAMES = [variation.__name__ for variation in VARIATIONS]


@pytest.mark.parametrize("known", KNOWN, ids=[known.name for known in KNOWN])
def test_a_mend_changes_only_what_it_must_however_the_program_is_written(known: Known) -> None:
    seed = seed_of(known)
    if isinstance(seed, str):
        pytest.skip(seed)
    program = program_of(seed)
    assert known.fix.id in unchanged(seed), f"the recipe does not answer to its own proof: {sorted(unchanged(seed))}"
    assert check(seed, program) == []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(st.sampled_from(_NAMES), st.integers(0, 19), min_size=1, max_size=4))
    def written_otherwise(picks: dict[str, int]) -> None:
        faults = check(seed, varied(program, picks))
        assert not faults, f"{picks}: {faults[0]}"

    written_otherwise()


def test_every_recipe_has_a_proof() -> None:
    proven = {known.fix.edit.recipe for known in KNOWN if known.fix.edit is not None}
    recipes = {name for names in FAMILIES.values() for name in names.split()}
    assert sorted(recipes - proven) == [], "these need a proof beside an entry that uses them"
    assert sorted(set(REACHES) - recipes) == []
    assert sorted(set(EVIDENCE) - recipes) == []


def test_every_recipe_that_may_be_unsure_says_why() -> None:
    """By its source: where a function that it calls makes a mend with `sure=` and no note, it has a sentence."""
    for module, names in FAMILIES.items():
        path = Path(importlib.import_module(f"tracemend.fixes.recipes.{module}").__file__ or "")
        functions = {
            node.name: node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
        }
        for recipe in filter(None, map(recipe_named, names.split())):
            reached = _reached(functions, getattr(recipe.apply, "__name__", ""))
            assert reached, f"{recipe.name} is made by a function of another module"
            unsure = any(map(_may_be_unsure, reached))
            assert recipe.unsure is not None or not unsure, f"{recipe.name} may be unsure and does not say why"
    for recipe in recipes().values():
        assert recipe.unsure is None or (recipe.unsure.endswith(".") and recipe.unsure[0].isupper())


def _reached(functions: Mapping[str, ast.FunctionDef], name: str) -> list[ast.FunctionDef]:
    """A function of a module, and those of it that it names, or that they do."""
    waiting, found = [name], {}
    while waiting:
        name = waiting.pop()
        if name in functions and name not in found:
            found[name] = functions[name]
            waiting += [node.id for node in ast.walk(functions[name]) if isinstance(node, ast.Name)]
    return list(found.values())


def _may_be_unsure(function: ast.FunctionDef) -> bool:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    makers = ("Mend", "proven", "replace", "Change", "inserted", "replaced")
    given = [{one.arg for one in node.keywords} for node in calls if getattr(node.func, "id", "") in makers]
    return any("sure" in one and "note" not in one for one in given)


def test_every_proof_of_a_library_that_tests_do_not_install_is_in_printed() -> None:
    stored = {json.loads(line)["proof"] for line in PRINTED.read_text("utf-8").splitlines()}
    assert stored <= {known.name for known in KNOWN}, "make_printed.py makes the file again"


def test_every_variation_changes_some_program() -> None:
    left = set(_NAMES)
    for known in KNOWN:
        seed = seed_of(known) if left else ""
        if isinstance(seed, Seed):
            program = program_of(seed)
            left -= {name for name in left if varied(program, {name: 1}).text != program.text}
    assert sorted(left) == []
