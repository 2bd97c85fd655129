"""The one who diagnoses, with the built-in knowledge and real files."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.context import Context, Settings
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.evidence.fact import UNKNOWN, Finding, Inquiry
from tracemend.fixes.recipe import apply_edits
from tracemend.knowledge.model import Clause
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.render import console, words
from tracemend.render.markdown import card

PROGRAM = """\
settings = {"temperature": 20}


def read():
    return settings["temprature"]  # degrees


print(read())
"""


@pytest.fixture(scope="module")
def diagnoser() -> Diagnoser:
    return Diagnoser(Library.open([builtin_pack()]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def printed(folder: Path) -> str:
    (folder / "app.py").write_text(PROGRAM)
    done = subprocess.run([sys.executable, "app.py"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1
    return done.stderr


def here(folder: Path) -> Context:
    return Context(origin="here", folder=str(folder), roots=(str(folder),))


def only(found: list[Diagnosis]) -> Diagnosis:
    (one,) = found
    return one


def test_evidence_ranks_and_the_fix_mends(diagnoser: Diagnoser, folder: Path, printed: str) -> None:
    found = only(diagnoser.diagnose(printed, here(folder)))
    assert found.entry is not None
    assert found.entry.id == "python.lookup.key-missing"
    assert (found.causes[0].id, found.causes[0].verdict) == ("misspelt", "confirmed")
    preferred = found.fixes[0]
    assert preferred.preferred
    assert [fix.preferred for fix in found.fixes].count(True) == 1
    mend = diagnoser.resolve(found, preferred.id)
    assert mend is not None
    assert apply_edits(PROGRAM, mend.edits) == PROGRAM.replace("temprature", "temperature")


def test_what_edits_do_is_shown_where_the_program_is_not_here(diagnoser: Diagnoser, folder: Path, printed: str) -> None:
    pasted = "TypeError: Strings must be encoded before hashing"
    found = only(diagnoser.diagnose(pasted, Context(origin="elsewhere")))
    assert not found.fixes
    shown = {example.id: example for example in found.examples}
    assert shown["encode-it"].title == "Make it bytes"
    assert ".encode()" in shown["encode-it"].diff
    assert any("encode()" in line for style, line in console.lines(found) if style == "green")
    assert f"### Make it bytes\n\n{words.IN_THE_PROGRAM}\n\n```diff\n- " in card(found)
    unnamed = only(diagnoser.diagnose("KeyError: 'temprature'", Context(origin="elsewhere")))
    assert "Use \N{HORIZONTAL ELLIPSIS}" in [example.title for example in unnamed.examples]
    assert only(diagnoser.diagnose(printed, here(folder))).examples == ()


def test_a_fix_is_for_the_text_as_it_is_now(diagnoser: Diagnoser, folder: Path, printed: str) -> None:
    class Edited:
        def __init__(self, text: str) -> None:
            self.text = text

        def read(self, path: str) -> str | None:
            return self.text

    found = only(diagnoser.diagnose(printed, here(folder)))
    moved = found._replace(context=replace(found.context, documents=Edited("# a new first line\n" + PROGRAM)))
    mend = diagnoser.resolve(moved, "use-similar-key")
    assert mend is not None
    assert "temperature" in apply_edits("# a new first line\n" + PROGRAM, mend.edits).split("\n")[5]
    gone = found._replace(context=replace(found.context, documents=Edited("print('other')\n")))
    assert diagnoser.resolve(gone, "use-similar-key") is None
    assert diagnoser.look(gone).fixes == tuple(fix for fix in found.fixes if fix.kind == "steps")


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "elsewhere", "documents": None},
        {"trusted": False},
        {"settings": Settings(evidence=False)},
    ],
)
def test_nothing_is_looked_at_where_it_must_not_be(
    diagnoser: Diagnoser, folder: Path, printed: str, change: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracemend.evidence import registry

    asked: list[Inquiry] = []

    def ask(clause: Clause, inquiry: Inquiry) -> Finding:
        asked.append(inquiry)
        return UNKNOWN

    monkeypatch.setattr(registry, "ask", ask)
    text = printed
    if change.pop("documents", True) is None:
        text = printed.replace(str(folder), "/srv/elsewhere").replace('"app.py"', '"/srv/elsewhere/app.py"')
    found = diagnoser.diagnose(text, replace(here(folder), **change))  # type: ignore[arg-type]  # fields of Context
    assert all(inquiry.place is None for inquiry in asked)  # by what was printed, at most
    assert {cause.verdict for one in found for cause in one.causes} == {"possible"}


def test_a_text_of_this_machine_is_known_by_its_source_lines(diagnoser: Diagnoser, folder: Path, printed: str) -> None:
    absolute = printed.replace('"app.py"', f'"{folder / "app.py"}"')
    assert only(diagnoser.diagnose(absolute, Context(origin="elsewhere"))).origin == "here"
    changed = absolute.replace("# degrees", "# kelvin")
    other = changed.replace("print(read())", "print(reading())")
    assert only(diagnoser.diagnose(other, Context(origin="elsewhere"))).origin == "elsewhere"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(0, 700), max_size=8))
def test_a_stream_cut_anywhere_gives_the_same(
    diagnoser: Diagnoser, folder: Path, printed: str, cuts: list[int]
) -> None:
    text = "\x1b[31mstart\x1b[0m\r\n" + printed.replace("\n", "\r\n") + "\x1b]633;D;1\x07$ \r\n"
    whole = [one.id for one in diagnoser.diagnose(text, here(folder), look=False)]
    stream = diagnoser.stream(here(folder))
    found = []
    at = 0
    for cut in [*sorted(cuts), len(text)]:
        found += stream.feed(text[at:cut])
        at = max(at, cut)
    found += stream.end(1)
    assert [one.id for one in found] == whole
    assert len(whole) == 1


CHAINED = """\
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"no number: {text}") from error


parse("x")
"""


def test_what_is_printed_again_and_again_is_explained_as_if_it_came_alone(diagnoser: Diagnoser, folder: Path) -> None:
    (folder / "chained.py").write_text(CHAINED)
    printed = subprocess.run([sys.executable, "chained.py"], cwd=folder, capture_output=True, text=True).stderr
    context = here(folder)
    together, alone = diagnoser.stream(context), diagnoser.stream(context)
    whole = together.feed(f"{printed}done\n" * 3) + together.end(None)
    pieces = [one for _ in range(3) for one in alone.feed(f"{printed}done\n")] + alone.end(None)
    assert len(whole) == 6
    assert len({one.id for one in whole}) == 6
    assert [one._replace(place=None) for one in whole] == [one._replace(place=None) for one in pieces]
    assert [one.place and one.place.line for one in whole] == [one.place and one.place.line for one in pieces]
    assert [one.chain for one in whole[::2]] == [(one.id, "cause") for one in whole[1::2]]


def test_what_nobody_knows_names_what_is_near(diagnoser: Diagnoser) -> None:
    found = only(diagnoser.diagnose("shop.errors.Refused: permission denied while writing a file\n", Context()))
    assert found.entry is None
    assert found.confidence is None
    assert found.title == "shop.errors.Refused: permission denied while writing a file"
    assert "python.os.permission-denied" in found.nearest
    unread = only(diagnoser.unread("the quick brown fox", Context()))
    assert unread.nearest == ()
    assert unread.entry is None


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Object of type datetime is not JSON serializable", "python.types.not-json-serializable"),
        ("'DataFrame' object has no attribute 'append'", "library.pandas.append-removed"),
        ("`dictionary changed size during iteration`", "python.values.changed-while-iterating"),
        ("I always get this: no such table: users", "python.sqlite.no-such-table"),
        ("coroutine 'main' was never awaited", "python.asyncio.never-awaited"),
        (
            "QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00",
            "library.sqlalchemy.pool-exhausted",
        ),
        ("Hello all,\n\nsince today it says\n\n    database is locked\n\nThank you", "python.sqlite.locked"),
    ],
)
def test_a_message_pasted_without_the_name_of_its_error(diagnoser: Diagnoser, text: str, entry: str) -> None:
    found = only(diagnoser.unread(text, Context()))
    assert found.entry is not None
    assert found.entry.id == entry
    assert found.match is not None
    assert found.match.specificity == "pattern"
    assert found.confidence != "high"


def test_the_name_of_an_exception_pasted_alone(diagnoser: Diagnoser) -> None:
    found = only(diagnoser.unread("queue.Empty", Context()))
    assert found.entry is not None
    assert found.entry.id == "python.threads.queue-empty"


def test_what_was_read_stays_where_no_message_is_known(diagnoser: Diagnoser) -> None:
    printed = "shop.errors.Refused: the till is shut"
    found = diagnoser.diagnose(printed, Context())
    assert diagnoser.unread(printed, Context(), found) == found


@pytest.mark.parametrize(
    "text",
    [
        "Permission denied.",
        "assert labels.search(text) is not None",
        "The file is read in a thread and the result is kept until the next run.",
        "if not found: return None",
    ],
)
def test_prose_and_code_are_no_message(diagnoser: Diagnoser, text: str) -> None:
    assert only(diagnoser.unread(text, Context())).entry is None


def test_a_text_of_many_messages_tells_of_three(diagnoser: Diagnoser) -> None:
    messages = ["database is locked", "unhashable type: 'list'", "Event loop is closed", "SVD did not converge"]
    found = diagnoser.unread("\n".join(messages * 30), Context())
    assert [one.report.span.start for one in found] == [1, 2, 3]


def test_an_entry_alone(diagnoser: Diagnoser) -> None:
    found = diagnoser.explain("python.os.permission-denied", Context(system="linux"))
    assert found is not None
    assert found.title == "PermissionError: Permission denied"
    assert {cause.verdict for cause in found.causes} == {"possible"}
    assert diagnoser.explain("python.os.no-such-entry", Context()) is None


def test_the_same_error_twice_has_two_ids(diagnoser: Diagnoser, folder: Path, printed: str) -> None:
    ids = [one.id for one in diagnoser.diagnose(printed + "\n" + printed, here(folder))]
    assert len(set(ids)) == 2
    assert ids == [one.id for one in diagnoser.diagnose(printed + "\n" + printed, here(folder))]


def test_a_cause_about_what_the_error_does_not_have_is_ruled_out(diagnoser: Diagnoser, folder: Path) -> None:
    (folder / "write.py").write_text("open('no-such-folder/a.txt', 'w')\n")
    done = subprocess.run([sys.executable, "write.py"], cwd=folder, capture_output=True, text=True)
    found = only(diagnoser.diagnose(done.stderr, here(folder)))
    verdicts = {cause.id: cause.verdict for cause in found.causes}
    assert verdicts["folder-missing"] == "confirmed"
    assert verdicts["target-folder-missing"] == "ruled-out"  # there is no second path
    assert verdicts["not-there"] == "ruled-out"  # the folder is what is missing


def test_a_fix_tells_what_it_rests_on(diagnoser: Diagnoser, folder: Path) -> None:
    (folder / "load.py").write_text("import frobnicate_nobody_knows\n")
    done = subprocess.run([sys.executable, "load.py"], cwd=folder, capture_output=True, text=True)
    found = only(diagnoser.diagnose(done.stderr, here(folder)))
    (install,) = (fix for fix in found.fixes if fix.kind == "command")
    assert "frobnicate_nobody_knows" in (install.text or "")
    assert "Nobody has reviewed" in (install.note or "")


def test_what_was_printed_is_evidence_wherever_it_comes_from(diagnoser: Diagnoser) -> None:
    """The reported line confirms a cause, and finds the entry of its own, though neither file nor trust is here."""
    context = Context(trusted=False, settings=Settings(evidence=False))
    said = '  File "/srv/app.py", line 3\n    {}\n    ^\nSyntaxError: invalid syntax\n'
    signs = only(diagnoser.diagnose(said.format("while total === 3:"), context))
    assert signs.entry is not None
    assert (signs.entry.id, signs.causes[0].id) == ("python.syntax.invalid-syntax", "sign")
    assert (signs.causes[0].verdict, signs.causes[0].seen) == ("confirmed", "The reported line is while total === 3:")
    clause = only(diagnoser.diagnose(said.format("elif total:"), context))
    assert clause.entry is not None
    assert clause.entry.id == "python.syntax.clause-misplaced"


def test_what_the_report_and_the_tables_answer_is_asked_without_the_source(diagnoser: Diagnoser, folder: Path) -> None:
    """Pasted text, and a folder that is not trusted: the tables say it, and the file is left alone."""
    (folder / "app.py").write_text("np = {}\nprint(np.zeros(3))\n", encoding="utf-8")
    said = f'Traceback (most recent call last):\n  File "{folder}/app.py", line 2, in <module>\n    print({{}})\n'
    output = said.format("np.zeros(3)") + "NameError: name 'np' is not defined\n"
    for context in (Context(), Context(origin="here", trusted=False, folder=str(folder), roots=(str(folder),))):
        found = only(diagnoser.diagnose(output, context))
        assert [cause.id for cause in found.causes if cause.verdict == "confirmed"] == ["missing-import"]
    output = said.format("raw_input()") + "NameError: name 'raw_input' is not defined\n"
    found = only(diagnoser.diagnose(output, Context()))
    assert (found.causes[0].id, found.causes[0].verdict) == ("moved", "confirmed")
