"""Reads what a command prints while it runs, and hands it to the servers through the spool."""

from __future__ import annotations

import codecs
import os
import threading
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from tracemend.terminal import spool

if TYPE_CHECKING:
    from tracemend.context import Context
    from tracemend.diagnosis import Diagnoser, Diagnosis

PAUSE = 0.3
"""Seconds without output after which what stands there is read as if it were complete."""
EVERY = 1.0
"""Seconds between two records of a command that goes on."""

Write = Callable[[spool.Record], object]


class Handover:
    """The output of one command: `feed` it, then `end` it. `write` leaves a record (None: none is wanted).

    A record of a command that goes on is written when new errors were read; the last one in any case, because it takes
    the errors of the run before away. It holds the text only if there is an error in it.
    """

    def __init__(self, diagnoser: Diagnoser, context: Context, write: Write | None = spool.write) -> None:
        self._stream, self._context, self._write = diagnoser.stream(context), context, write
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._run = uuid.uuid4().hex
        self._tail = spool.Tail()
        self._lock = threading.Lock()
        self._found: list[Diagnosis] = []
        self._told = 0  # how many of them a record was written for
        self._paused = True
        self._fed = 0.0
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        if write is not None:
            self._watcher.start()

    def feed(self, data: bytes) -> None:
        """What the command printed; from any thread."""
        with self._lock:
            self._take(self._decoder.decode(data))
            self._paused, self._fed = False, time.monotonic()

    def end(self, status: int | None) -> list[Diagnosis]:
        """The command is over: the last record is written; the errors that it printed, without evidence."""
        self._over.set()
        if self._write is not None:
            self._watcher.join()
        self._take(self._decoder.decode(b"", final=True))
        self._found += self._stream.end(status)
        if self._write is not None:
            self._write(self._record(status, done=True))
        return self._found

    def _take(self, text: str) -> None:
        self._tail.add(text)
        self._found += self._stream.feed(text)

    def _watch(self) -> None:
        """While the command runs: a record when there is something new, at a pause or once in a while."""
        written = 0.0
        while not self._over.wait(PAUSE / 2):
            with self._lock:
                now = time.monotonic()
                if not self._paused and now - self._fed >= PAUSE:
                    self._paused = True
                    self._found += self._stream.flush()
                if len(self._found) == self._told or now - written < EVERY:
                    continue
                self._told, written = len(self._found), now
                record = self._record(None, done=False)
            if self._write is not None:
                self._write(record)

    def _record(self, status: int | None, *, done: bool) -> spool.Record:
        text = self._tail.text() if self._found else ""
        return spool.Record(
            folder=self._context.folder or os.getcwd(),
            command=self._context.command,
            shell=self._context.shell,
            exit=status,
            done=done,
            time=time.time(),
            text=text,
            run=self._run,
            skipped=self._tail.skipped,
            paused=done or self._paused,
        )
