"""What a running command prints, handed over: when there is something new, at a pause or once in a while."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from tracemend.cli import handover
from tracemend.cli.handover import Handover
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser
from tracemend.matching.library import Library
from tracemend.terminal.spool import Record

TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line {}, in f\n    return x\nValueError: no\n'


class Written(list[Record]):
    """Takes the place of the spool."""

    def __init__(self) -> None:
        super().__init__()
        self._grown = threading.Condition()

    def append(self, record: Record) -> None:
        with self._grown:
            super().append(record)
            self._grown.notify_all()

    def wait(self, count: int) -> None:
        with self._grown:
            self._grown.wait_for(lambda: len(self) >= count, 10)
        assert len(self) == count


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def command(written: Written, tmp_path: Path) -> Handover:
    context = Context(origin="here", folder=str(tmp_path), command="python a.py")
    return Handover(Diagnoser(Library.open([])), context, written.append)


def test_a_command_without_errors_leaves_one_record_without_its_text(command: Handover, written: Written) -> None:
    command.feed(b"a secret\n")
    time.sleep(handover.PAUSE * 3)  # nothing is to come, so there is no event: it has had the time for it
    assert command.end(0) == []
    (record,) = written
    assert (record.text, record.exit, record.done, record.command) == ("", 0, True, "python a.py")


def test_an_error_before_a_pause_is_handed_over_at_once(command: Handover, written: Written, tmp_path: Path) -> None:
    command.feed(TRACEBACK.format(1).encode())
    written.wait(1)
    assert (written[0].done, written[0].paused, written[0].exit) == (False, True, None)
    assert written[0].text == TRACEBACK.format(1)
    assert written[0].folder == str(tmp_path)
    time.sleep(handover.PAUSE * 4)  # no event says that nothing new comes: it has had the time for it
    assert len(written) == 1
    assert len(command.end(1)) == 1
    assert (written[1].done, written[1].run) == (True, written[0].run)


def test_a_command_that_prints_all_the_time_is_handed_over_once_in_a_while(command: Handover, written: Written) -> None:
    begin = time.monotonic()
    number = 0
    while time.monotonic() - begin < 2.4 * handover.EVERY:
        number += 1
        command.feed(TRACEBACK.format(number).encode() + b"INFO: still here\n")
        time.sleep(0.05)  # the command's own pace: shorter than a pause
    assert 2 <= len(written) <= 3
    assert not any(record.done or record.paused for record in written)
    assert written[0].text == written[1].text[: len(written[0].text)]
    assert len(command.end(None)) == number


def test_characters_that_are_cut_in_two_come_whole(command: Handover, written: Written) -> None:
    data = TRACEBACK.format(1).replace("no", "\u00fcber\N{SNAKE}").encode()
    for at in range(0, len(data), 3):
        command.feed(data[at : at + 3])
    (found,) = command.end(1)
    assert found.report.message == "\u00fcber\N{SNAKE}"
    assert written[-1].text.endswith("ValueError: \u00fcber\N{SNAKE}\n")


def test_without_a_spool_nothing_is_written(tmp_path: Path) -> None:
    context = Context(origin="here", folder=str(tmp_path))
    command = Handover(Diagnoser(Library.open([])), context, None)
    command.feed(TRACEBACK.format(1).encode())
    assert len(command.end(1)) == 1
    assert os.listdir(tmp_path) == []
