"""Terminal output that lies in files: read in large pieces, large files by several processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from tracemend.terminal.decoding import TextDecoder

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from tracemend.context import Context, Listing
    from tracemend.diagnosis import Diagnoser, Diagnosis

_CHUNK = 256 * 1024
_LARGE = 16 * 1024 * 1024
"""Bytes of all files together from which on it is worth while to start further processes."""
_VERY_LARGE = 32 * 1024 * 1024
"""Of one file."""


def diagnosed(
    file: BinaryIO, name: str, diagnoser: Diagnoser, context: Context, kept: Callable[[str], object] | None = None
) -> Iterator[Diagnosis]:
    """The errors of a text, each as soon as it is complete. `kept` is given what was read, piece by piece."""
    stream = diagnoser.stream(context, name, look=True)
    decoder = TextDecoder()
    read = getattr(file, "read1", file.read)
    while data := read(_CHUNK):
        text = decoder.decode(data)
        if kept is not None:
            kept(text)
        yield from stream.feed(text)
    rest = decoder.decode(b"", final=True)
    if kept is not None:
        kept(f"{rest}\n")  # what the next file begins with is on a line of its own
    yield from stream.feed(rest)
    yield from stream.end(context.exit_code)


def processes_for(names: Sequence[str], most: int | None) -> int:
    """How many processes are to read the files, at most `most`; 1 where more would not be faster."""
    if "-" in names or not all(map(os.path.isfile, names)):
        return 1
    most = _processors() if most is None else most
    total = sum(map(os.path.getsize, names))
    if len(names) == 1:
        return most if total >= _VERY_LARGE else 1
    return min(len(names), most) if total >= _LARGE else 1


def diagnosed_in_parallel(
    names: Sequence[str], packs: Sequence[str], context: Context, processes: int
) -> Iterator[Callable[[], list[Diagnosis]]]:
    """For each file, in their order, a function that waits for its errors; it raises OSError as opening it does."""
    with _pool(processes, partial(_begin, tuple(packs))) as pool:
        bare = replace(context, listing=None)  # each process lists the workspace's files itself
        futures: list[Future[list[Diagnosis]]] = [pool.submit(_file, name, bare) for name in names]
        for future in futures:
            yield future.result


def diagnosed_ahead(
    file: BinaryIO, name: str, diagnoser: Diagnoser, context: Context, processes: int
) -> Iterator[Diagnosis]:
    """As `diagnosed`, of a large file that is open at its beginning: other processes help to search it."""
    from tracemend.cli import ahead

    with _pool(processes) as pool:
        yield from ahead.diagnosed(file, name, diagnoser, context, pool, processes)


def _pool(processes: int, begin: Callable[[], object] | None = None) -> ProcessPoolExecutor:
    """Further processes: forked where that is safe, which takes a tenth of the time that fresh ones need."""
    import threading
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    forks = sys.platform == "linux" and threading.active_count() == 1
    return ProcessPoolExecutor(processes, get_context("fork" if forks else "spawn"), begin)


def _processors() -> int:
    """How many this process may use (in a container fewer than the machine has)."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        return os.cpu_count() or 1


_diagnoser: Diagnoser | None = None
_listing: Listing | None = None
"""Of a further process."""


def _begin(packs: tuple[str, ...]) -> None:
    global _diagnoser, _listing
    from tracemend.cli import setting
    from tracemend.diagnosis import Diagnoser
    from tracemend.source.listing import WorkspaceFiles

    _listing = WorkspaceFiles()
    _diagnoser = Diagnoser(setting.library(packs, tell=False))


def _file(name: str, context: Context) -> list[Diagnosis]:
    assert _diagnoser is not None
    with open(name, "rb", buffering=0) as file:
        found = diagnosed(file, name, _diagnoser, replace(context, listing=_listing))
        return [one._replace(context=replace(one.context, listing=None)) for one in found]
