"""Which errors are shown, and for how long: those of a run stay until the next run of the same command.

A run is a terminal, a folder and a command line (without a command line, the terminal). Nothing here knows the
protocol; lines are 1-based, columns 0-based in characters.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from tracemend.lsp.edits import LineEdit
from tracemend.lsp.uris import inside, path_key, uri_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis

KEPT = 50
"""Errors of a run that never ends."""

Mark = tuple[int, int]
RunKey = tuple[str, ...]
_numbers = count(1)


@dataclass(slots=True, eq=False)
class Shown:
    """An error of a run on its line. `start` and `end` are where it is shown, as the document is now."""

    diagnosis: Diagnosis
    key: str
    path: str
    start: Mark
    end: Mark
    run: RunKey
    execution: int
    looked: float = 0.0
    """When evidence was looked at, by the monotonic clock; 0 if it never was."""
    order: int = field(default_factory=lambda: next(_numbers))

    @property
    def lines(self) -> tuple[int, int]:
        """The lines that an edit must not touch: those shown and the one that failed."""
        failed = self.diagnosis.place.line if self.diagnosis.place else None
        return min(self.start[0], failed or self.start[0]), max(self.end[0], failed or self.end[0])

    @property
    def sameness(self) -> tuple[object, ...]:
        """What two of the same error in the same place have in common."""
        report = self.diagnosis.report
        return self.key, self.start, self.end, report.tool, report.exception, report.code, report.message[:500]


def place_of(diagnosis: Diagnosis) -> tuple[str, Mark, Mark] | None:
    """The file (of a cell its key) and the marks to show an error between: the caret columns, else the statement's
    first line."""
    place = diagnosis.place
    if place is None or place.source is None or place.line is None:
        return None
    context = diagnosis.context
    folders = (*context.roots, *((context.folder,) if context.folder else ()))
    if place.cell is not None:
        where = uri_key(place.cell)  # a cell is open, so that it is shown wherever its notebook lies
    elif place.file is not None and any(inside(place.file, folder) for folder in folders):
        where = place.file
    else:
        return None
    if place.column is not None and place.end_column is not None and place.end_column > place.column:
        return where, (place.line, place.column - 1), (place.line, place.end_column - 1)
    line = place.line
    if place.statement is not None:
        line = min(line, place.statement.line_of(place.statement.node))
    text = place.source.line(line)
    start = len(text) - len(text.lstrip())
    return where, (line, start), (line, max(len(text.rstrip()), start))


class Lifetime:
    """The errors of all runs. `changed` is called with the keys of documents whose errors changed."""

    def __init__(self, changed: Callable[[set[str]], None]) -> None:
        self._changed = changed
        self._shown: list[Shown] = []

    def begin(self) -> int:
        """A number for a run that begins."""
        return next(_numbers)

    def add(self, run: RunKey, execution: int, diagnoses: Iterable[Diagnosis]) -> list[Shown]:
        """Errors that a run printed; those that have a place here are shown. The ones to look at are returned: of the
        same error in the same place, the last."""
        added: list[Shown] = []
        for diagnosis in diagnoses:
            where = place_of(diagnosis)
            if where is not None:
                file, start, end = where
                cell = diagnosis.place is not None and diagnosis.place.cell is not None
                key = file if cell else path_key(file)
                added.append(Shown(diagnosis, key, file, start, end, run, execution))
        if not added:
            return []
        new = {one.sameness for one in added}
        kept = [one for one in self._shown if one.run != run or one.execution == execution or one.sameness not in new]
        dirty = {one.key for one in added}
        mine = [one for one in kept if one.run == run and one.execution == execution] + added
        over = set(map(id, mine[:-KEPT]))
        dirty.update(one.key for one in mine[:-KEPT])
        self._shown = [one for one in [*kept, *added] if id(one) not in over]
        self._changed(dirty)
        latest = {one.sameness: one for one in added if id(one) not in over}
        return list(latest.values())

    def end(self, run: RunKey, execution: int, status: int | None) -> None:
        """A run is over: its errors replace those of the run before; with status 0 only its warnings stay, and what
        ended a thread, a task or a child process alone."""

        def stays(one: Shown) -> bool:
            if one.run != run:
                return True
            if one.execution != execution:
                return one.execution > execution
            report = one.diagnosis.report
            return status != 0 or report.severity == "warning" or report.survived

        self._keep(stays)

    def looked_at(self, shown: Shown, diagnosis: Diagnosis) -> Shown | None:
        """Evidence was looked at: the error's new state; None where it is gone meanwhile or its line is."""
        if shown not in self._shown:
            return None
        where = place_of(diagnosis)
        shown.looked = time.monotonic()
        if where is None:
            self._keep(lambda one: one is not shown)
            return None
        before = shown.diagnosis
        shown.diagnosis = diagnosis
        _, start, end = where
        if (start, end) != (shown.start, shown.end) or _face(before) != _face(diagnosis):
            shown.start, shown.end = start, end
            self._changed({shown.key})
        return shown

    def edited(self, key: str, edits: Iterable[LineEdit]) -> None:
        """A document was edited: errors inside an edit are taken away, those below are moved."""
        mine = [one for one in self._shown if one.key == key]
        if not mine:
            return
        gone: set[int] = set()
        moved = False
        for edit in edits:
            for one in mine:
                delta = edit.move(*one.lines)
                if delta is None:
                    gone.add(id(one))
                elif delta:
                    _shift(one, delta)
                    moved = True
        if gone:
            self._shown = [one for one in self._shown if id(one) not in gone]
        if gone or moved:
            self._changed({key})

    def dismiss(self, id: str) -> bool:
        """Take an error away, with all of the same in the same place; whether there was one."""
        same = {one.sameness for one in self._shown if one.diagnosis.id == id}
        self._keep(lambda one: one.sameness not in same)
        return bool(same)

    def deleted(self, path: str) -> None:
        """A file or a folder is gone."""
        self._keep(lambda one: not inside(one.path, path))

    def closed(self, key: str) -> None:
        """A document that is no file, a notebook's cell, is gone with its closing."""
        self._keep(lambda one: one.key != key)

    def find(self, id: str) -> Shown | None:
        """The latest error with this id."""
        return next((one for one in reversed(self._shown) if one.diagnosis.id == id), None)

    def all(self) -> list[Shown]:
        """All errors that are shown."""
        return list(self._shown)

    def paths(self) -> list[str]:
        """The files that errors are shown on."""
        return list(dict.fromkeys(one.path for one in self._shown))

    def in_file(self, path: str) -> list[Shown]:
        """The errors on a file."""
        return [one for one in self._shown if one.path == path]

    def on(self, key: str) -> list[tuple[Shown, int]]:
        """The errors on a document in the order of their lines, each with how often it came."""
        groups: dict[tuple[object, ...], tuple[Shown, int]] = {}
        for one in self._shown:
            if one.key == key:
                groups[one.sameness] = (one, groups.get(one.sameness, (one, 0))[1] + 1)
        return sorted(groups.values(), key=lambda pair: (pair[0].start, pair[0].order))

    def _keep(self, stays: Callable[[Shown], bool]) -> None:
        kept = [one for one in self._shown if stays(one)]
        if len(kept) != len(self._shown):
            dirty = {one.key for one in self._shown} - {one.key for one in kept}
            remaining = set(map(id, kept))
            dirty.update(one.key for one in self._shown if id(one) not in remaining)
            self._shown = kept
            self._changed(dirty)


def _shift(one: Shown, delta: int) -> None:
    """Move an error by lines, and its report with it, so that its place is found again where it is now."""
    one.start, one.end = (one.start[0] + delta, one.start[1]), (one.end[0] + delta, one.end[1])
    diagnosis = one.diagnosis
    place, frame = diagnosis.place, diagnosis.report.user_frame
    if place is not None and place.line is not None:
        place = place._replace(line=place.line + delta)
    report = diagnosis.report
    if frame is not None and place is not None and place.line is not None:
        moved = frame._replace(line=place.line, end_line=frame.end_line + delta if frame.end_line else None)
        report = replace(report, user_frame=moved)
    one.diagnosis = diagnosis._replace(place=place, report=report)


def _face(diagnosis: Diagnosis) -> tuple[object, ...]:
    """What a published diagnostic shows of a diagnosis."""
    return diagnosis.title, diagnosis.report.severity, diagnosis.entry.id if diagnosis.entry else None
