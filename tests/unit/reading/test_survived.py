"""Which errors a program survives: an exit status of 0 says nothing of them."""

from __future__ import annotations

import pytest
from tracemend.reading.scanner import read_text

_TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line 2, in f\n    g()\nValueError: no\n'
_BELOW = _TRACEBACK.partition("\n")[2]
_THREAD = (
    'Traceback (most recent call last):\n  File "/opt/python3.13/lib/python3.13/threading.py", line 1041, '
    "in _bootstrap_inner\n    self.run()\n"
)
_PROCESS = _THREAD.replace("threading", "multiprocessing/process").replace("_bootstrap_inner", "_bootstrap")


@pytest.mark.parametrize(
    ("text", "survived"),
    [
        ("Exception in thread Thread-1 (f):\n" + _TRACEBACK, True),
        ("Thread-2 (f):\n" + _THREAD + _BELOW, True),  # two threads have written their first lines at a time
        ("Process Process-1:\n" + _PROCESS + _BELOW, True),
        ("Task exception was never retrieved\nfuture: <Task finished>\n" + _TRACEBACK, True),
        ("--- Logging error ---\n" + _TRACEBACK, True),
        ("Exception in Tkinter callback\n" + _TRACEBACK, True),
        (_TRACEBACK, False),
        ("working\n" + _TRACEBACK, False),
    ],
)
def test_what_ended_a_part_of_the_program_alone(text: str, survived: bool) -> None:
    reports = [report for block in read_text(text) for report in block]
    assert [report.survived for report in reports] == [survived]
