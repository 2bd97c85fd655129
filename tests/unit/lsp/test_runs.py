"""Which errors are shown and for how long, without a protocol."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.lsp.edits import LineEdit
from tracemend.lsp.lifetime import KEPT, Lifetime
from tracemend.lsp.looker import Looker
from tracemend.lsp.uris import path_key
from tracemend.matching.library import Library

PROGRAM = 'import json\n\n\ndef f():\n    return json.loads("")\n\n\nf()\n'
PRINTED = (
    "Traceback (most recent call last):\n"
    '  File "a.py", line 8, in <module>\n    f()\n'
    '  File "a.py", line 5, in f\n    return json.loads("")\n'
    "ValueError: no\n"
)
RUN, OTHER = ("t", "/w", "python a.py"), ("t", "/w", "python b.py")


@pytest.fixture
def diagnoser() -> Diagnoser:
    return Diagnoser(Library.open([]))


@pytest.fixture
def diagnosis(diagnoser: Diagnoser, tmp_path: Path) -> Diagnosis:
    root = tmp_path.resolve()
    (root / "a.py").write_text(PROGRAM, encoding="utf-8")
    (found,) = diagnoser.diagnose(PRINTED, Context(origin="here", folder=str(root), roots=(str(root),)))
    return found


@pytest.fixture
def changes() -> list[set[str]]:
    return []


@pytest.fixture
def lifetime(changes: list[set[str]]) -> Lifetime:
    return Lifetime(changes.append)


def key(diagnosis: Diagnosis) -> str:
    assert diagnosis.place is not None
    assert diagnosis.place.file is not None
    return path_key(diagnosis.place.file)


def test_an_error_is_moved_with_its_report(lifetime: Lifetime, diagnosis: Diagnosis) -> None:
    lifetime.add(RUN, lifetime.begin(), [diagnosis])
    lifetime.edited(key(diagnosis), [LineEdit(1, 0, 3), LineEdit(20, 19, 1)])
    ((shown, count),) = lifetime.on(key(diagnosis))
    assert (shown.start, shown.end, count) == ((8, 4), (8, 25), 1)
    assert shown.diagnosis.report.user_frame is not None
    assert shown.diagnosis.report.user_frame.line == 8
    lifetime.edited(key(diagnosis), [LineEdit(8, 8, 0)])
    assert lifetime.on(key(diagnosis)) == []


def test_runs(lifetime: Lifetime, diagnosis: Diagnosis, changes: list[set[str]]) -> None:
    first = lifetime.begin()
    lifetime.add(RUN, first, [diagnosis, diagnosis])
    lifetime.end(RUN, first, 1)
    assert [count for _, count in lifetime.on(key(diagnosis))] == [2]
    second = lifetime.begin()
    lifetime.add(RUN, second, [diagnosis])
    assert [count for _, count in lifetime.on(key(diagnosis))] == [1]
    lifetime.end(RUN, second, None)
    lifetime.end(OTHER, lifetime.begin(), 0)
    assert lifetime.on(key(diagnosis))
    lifetime.end(RUN, lifetime.begin(), 0)
    assert lifetime.on(key(diagnosis)) == []
    assert all(changes)


def test_what_ended_a_thread_stays_though_the_program_went_on(
    lifetime: Lifetime, diagnoser: Diagnoser, diagnosis: Diagnosis, tmp_path: Path
) -> None:
    root = str(tmp_path.resolve())
    (found,) = diagnoser.diagnose(
        "Exception in thread Thread-1 (f):\n" + PRINTED, Context(origin="here", folder=root, roots=(root,))
    )
    number = lifetime.begin()
    lifetime.add(RUN, number, [found])
    lifetime.end(RUN, number, 0)
    assert lifetime.on(key(diagnosis))
    lifetime.end(RUN, lifetime.begin(), 0)
    assert lifetime.on(key(diagnosis)) == []


def test_a_run_keeps_its_last(lifetime: Lifetime, diagnosis: Diagnosis) -> None:
    lifetime.add(RUN, lifetime.begin(), [diagnosis] * (KEPT + 5))
    assert [count for _, count in lifetime.on(key(diagnosis))] == [KEPT]


def test_files_outside_are_not_shown(lifetime: Lifetime, diagnoser: Diagnoser, diagnosis: Diagnosis) -> None:
    root = str(Path(key(diagnosis)).parent)
    printed = PRINTED.replace("a.py", str(Path(root) / "a.py"))
    (away,) = diagnoser.diagnose(printed, Context(origin="here", folder="/", roots=(f"{root}/other",)))
    assert lifetime.add(RUN, 1, [away])  # inside the run's folder
    (away,) = diagnoser.diagnose(printed, Context(origin="here", folder=None, roots=(f"{root}/other",)))
    assert lifetime.add(RUN, 1, [away]) == []


async def test_a_look_that_an_edit_has_overtaken_is_dropped(
    lifetime: Lifetime, diagnoser: Diagnoser, diagnosis: Diagnosis
) -> None:
    class Opened:
        async def diagnoser(self) -> Diagnoser:
            await asyncio.sleep(0.01)
            return diagnoser

        def remember(self, found: Diagnosis) -> Diagnosis:
            return found

    (shown,) = lifetime.add(RUN, lifetime.begin(), [diagnosis])
    looker = Looker(Opened())  # type: ignore[arg-type]  # as much of an engine as a looker needs
    task = looker.start(shown, shown.diagnosis, lambda found: lifetime.looked_at(shown, found))
    await asyncio.sleep(0)
    lifetime.edited(key(diagnosis), [LineEdit(1, 0, 3)])
    await task
    assert shown.start == (8, 4)
    assert shown.looked == 0
