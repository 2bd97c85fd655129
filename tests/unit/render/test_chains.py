"""Errors of one chain that one entry explains are told once."""

from __future__ import annotations

import io

import pytest
from tracemend.cli.setting import Printer
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.render import console
from tracemend.render.markdown import cards

REFUSED = """\
ConnectionRefusedError: [Errno 111] Connection refused

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/usr/lib/python3/site-packages/urllib3/connectionpool.py", line 787, in urlopen
    response = self._make_request(
urllib3.exceptions.NewConnectionError: HTTPConnection(host='localhost', port=9): Failed to establish a new connection: \
[Errno 111] Connection refused

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "app.py", line 2, in <module>
    requests.get("http://localhost:9/")
requests.exceptions.ConnectionError: HTTPConnectionPool(host='localhost', port=9): Max retries exceeded with url: / \
(Caused by NewConnectionError("HTTPConnection(host='localhost', port=9): Failed to establish a new connection: \
[Errno 111] Connection refused"))
"""
OTHER = """
During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "app.py", line 4, in <module>
    print(answers["a"])
KeyError: 'a'
"""


@pytest.fixture(scope="module")
def diagnoser() -> Diagnoser:
    return Diagnoser(Library.open([builtin_pack()]))


def found(diagnoser: Diagnoser, text: str) -> list[Diagnosis]:
    return list(diagnoser.diagnose(text, Context(origin="elsewhere")))


def test_a_terminal_shows_the_last_and_names_the_others(diagnoser: Diagnoser) -> None:
    diagnoses = found(diagnoser, REFUSED)
    assert len(diagnoses) == 3
    out = io.StringIO()
    console.show(diagnoses, out)
    assert out.getvalue().count("nothing answers at that address") == 1
    assert out.getvalue().split("\n")[1:3] == [
        "  after ConnectionRefusedError, NewConnectionError",
        "  at app.py:2",
    ]


def test_a_card_lists_all_and_explains_once(diagnoser: Diagnoser) -> None:
    shown = cards(found(diagnoser, REFUSED))
    assert shown.count("\n3. ConnectionRefusedError") == 1
    assert shown.count("## What to do") == 1


def test_what_another_entry_explains_stays(diagnoser: Diagnoser, capsys: pytest.CaptureFixture[str]) -> None:
    printer = Printer("text")
    for diagnosis in [*found(diagnoser, REFUSED + OTHER), *found(diagnoser, REFUSED)]:
        printer.add(diagnosis)
    printer.close()
    blocks = capsys.readouterr().out.split("\n\n")
    assert [block.split("\n")[0].split(":")[0] for block in blocks] == [
        "ConnectionRefusedError",
        "KeyError",
        "ConnectionRefusedError",
    ]
