"""The server is killed: it comes back and says what it said before; killed again and again, it stays away."""

from __future__ import annotations

import time

import pytest
from processes import until
from programs import DEMO, DEMO_LINE, SETTINGS, SETTINGS_LINE
from workbench import OpenEditor, Workbench

SLOW = '''\
"""Works for a while, then fails."""

import time

for number in range(20):
    print("step", number, flush=True)
    time.sleep(0.05)

print({"host": 1}["hots"])
'''
SLOW_LINE = 9
SERVER = "start.py serve"


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor) -> Workbench:
    """A window with two failing programs, one of whose errors was dismissed."""
    window = open_editor({"report.py": DEMO, "settings.py": SETTINGS, "slow.py": SLOW})
    editor = window.open_file("report.py")
    window.terminal.new()
    window.clear_notifications()
    window.terminal.run("python3 report.py")
    editor.squiggle(DEMO_LINE)
    editor.goto(DEMO_LINE, 12)
    editor.actions()
    editor.choose("Dismiss")
    editor.no_squiggle()
    return window


def killed(window: Workbench) -> None:
    """Kill the server, and wait for the next one."""
    (before,) = window.server.processes(SERVER)
    starts = window.server.logs("Tracemend").count("server: running")
    before.kill()
    until("another server", lambda: window.server.logs("Tracemend").count("server: running") > starts)


def test_back_within_seconds(window: Workbench) -> None:
    """What stood there stands there again, what was dismissed stays away, and nobody is bothered."""
    editor = window.open_file("settings.py")
    window.terminal.run("python3 settings.py")
    editor.squiggle(SETTINGS_LINE)
    start = time.monotonic()
    killed(window)
    editor.squiggle(SETTINGS_LINE)
    assert time.monotonic() - start < 5
    assert "Seen: SETTINGS has the key host" in editor.hover_text(editor.squiggle(SETTINGS_LINE), "Most likely")
    editor.leave_hover()
    editor = window.open_file("report.py")
    editor.no_squiggle()
    assert [row for row in window.problems() if row.startswith("1 ")] == ["1 settings.py 1"]
    assert window.notifications() == []


def test_killed_while_a_program_runs(window: Workbench) -> None:
    """A run that began before the crash and fails after it is explained all the same."""
    editor = window.open_file("slow.py")
    window.terminal.enter("python3 slow.py")
    until("it runs", lambda: "step 5" in window.terminal.text())
    killed(window)
    assert "Use host" in editor.hover_text(editor.squiggle(SLOW_LINE), "Most likely")
    editor.leave_hover()


def test_gives_up(window: Workbench) -> None:
    """Five crashes within a minute: one message, no more processes, and "Restart" starts it again."""
    (before,) = window.server.processes(SERVER)
    window.command("Tracemend: Restart Server")  # what ended before is forgotten
    until("another server", lambda: len(now := window.server.processes(SERVER)) == 1 and now != [before])
    until("it runs", lambda: "server: running" in window.server.logs("Tracemend").splitlines()[-1])
    for _ in range(4):
        killed(window)
    (last,) = window.server.processes(SERVER)
    last.kill()
    message = until("the message", lambda: window.notifications())
    assert len(message) == 1
    assert "Tracemend does not run. Its server ended 5 times within a minute, so it is not started again." in message[0]
    for _ in range(10):  # longer than the longest pause between two tries
        time.sleep(0.5)
        assert window.server.processes(SERVER) == []
    assert window.notifications() == message
    window.notification_button("Restart").click()
    editor = window.open_file("settings.py")
    until("one server", lambda: len(window.server.processes(SERVER)) == 1)
    editor.squiggle(SETTINGS_LINE)
    until("no message", lambda: window.notifications() == [])
