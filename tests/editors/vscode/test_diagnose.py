"""Text that a person chose opens a card: a scratch file, the clipboard, what a terminal printed. Open logs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from processes import until
from programs import DEMO, JOB, JOB_FILE, job_output
from workbench import OpenEditor, Workbench

NAMES = ("FileNotFoundError:", "KeyError:", "RuntimeError:")
ELSEWHERE = "This output is not known to be of this machine, so "


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor) -> Workbench:
    """A window on a project that has the file of the log too."""
    window = open_editor({"report.py": DEMO, JOB_FILE: JOB})
    window.terminal.new()
    window.clear_notifications()
    return window


@pytest.fixture(autouse=True)
def _clean(window: Workbench) -> None:
    window.terminal.ready()
    window.close_editors()


@pytest.fixture(scope="module")
def printed(python: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the job printed in a folder that this window does not have."""
    return job_output(python / "python3", tmp_path_factory.mktemp("ci"))


def diagnosed(window: Workbench, log: str) -> str:
    """Paste a log into an untitled file, select all of it, diagnose it; the card's text."""
    window.new_text(log)
    window.page.keyboard.press("Control+KeyA")
    window.command("Tracemend: Diagnose Selection")
    return until("a card", lambda: window.preview("rror").locator(".markdown-body").inner_text())


def stamped(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line with the moment at which it was printed, to the microsecond."""
    start = datetime(2026, 11, 24, 10, 12, 13, 4711)
    return (((start + timedelta(microseconds=1370 * number)).isoformat(), line) for number, line in enumerate(lines))


def test_log_of_a_container(window: Workbench, printed: list[str]) -> None:
    """Scene 4: a card opens beside; what came first stands first; nothing is looked up; files here are links."""
    card = diagnosed(window, "".join(f"app-1  | {moment}Z {line}\n" for moment, line in stamped(printed)))
    steps = card.splitlines()[1:4]
    assert [step.partition(":")[0] for step in steps] == [name.strip(":") for name in NAMES]
    assert ELSEWHERE in card
    assert "Seen here" not in card
    assert window.groups() == 2
    assert window.tabs()[1] == "Preview Tracemend"
    window.command("View: Toggle Panel Visibility")
    window.page.mouse.move(200, 400)
    window.pictures("4-card")
    line = JOB.splitlines().index('        raise RuntimeError("the job has no settings") from error') + 1
    window.preview("Entry ").locator("a", has_text=f"{JOB_FILE}:{line}").first.click()
    until("the file", lambda: window.editor.title == Path(JOB_FILE).name)
    until("its line", lambda: window.editor.cursor[0] == line)
    assert window.notifications() == []


def test_log_of_a_ci_run(window: Workbench, printed: list[str]) -> None:
    """As GitHub Actions prints it: each line behind the moment at which it came, its own commands among them."""
    lines = ["##[group]Run python job.py", "python job.py", "##[endgroup]", *printed]
    lines.append("##[error]Process completed with exit code 1.")
    card = diagnosed(window, "".join(f"{moment}0Z {line}\n" for moment, line in stamped(lines)))
    steps = card.splitlines()[1:4]
    assert [step.partition(":")[0] for step in steps] == [name.strip(":") for name in NAMES]
    assert "Entry python.os.file-not-found" in card
    assert ELSEWHERE in card


def test_clipboard(window: Workbench, printed: list[str]) -> None:
    """What was copied elsewhere is explained, and stays on the clipboard."""
    text = "\n".join(printed)
    window.put_on_clipboard(text)
    window.command("Tracemend: Diagnose Clipboard")
    card = window.preview("Entry ").locator("body").inner_text()
    assert "the job has no settings" in card
    assert window.clipboard() == text


def test_last_command(window: Workbench) -> None:
    """What the last command printed is of this machine: the card says what was seen."""
    window.terminal.run("python3 report.py")
    window.command("Tracemend: Diagnose Last Terminal Command")
    card = window.preview("Entry ").locator("body").inner_text()
    assert "FileNotFoundError: reports/november/sales.csv" in card
    assert "Seen here: The folder of the path does not exist." in card
    assert ELSEWHERE not in card


def test_last_command_without_an_error(window: Workbench) -> None:
    """A command that went well has nothing to explain, and the card says so instead of guessing."""
    window.terminal.run("python3 -c 'print(42)'")
    window.command("Tracemend: Diagnose Last Terminal Command")
    window.preview("No entry explains this error.")


def test_terminal_selection(window: Workbench) -> None:
    """What is selected in the terminal is explained, and the clipboard is as it was."""
    window.terminal.clear()
    window.terminal.run("python3 report.py")
    window.put_on_clipboard("kept")
    window.terminal.select_all()
    window.command("Tracemend: Diagnose Terminal Selection")
    card = window.preview("Entry ").locator("body").inner_text()
    assert "FileNotFoundError: reports/november/sales.csv" in card
    assert window.clipboard() == "kept"


def test_nothing_selected_in_the_terminal(window: Workbench) -> None:
    """One sentence says what to do; the clipboard is as it was."""
    window.terminal.clear()
    window.put_on_clipboard("kept")
    window.command("Tracemend: Diagnose Terminal Selection")
    until("a sentence", lambda: any("Select the error" in text for text in window.notifications()))
    assert window.clipboard() == "kept"
    window.clear_notifications()


def test_log_file(window: Workbench, printed: list[str]) -> None:
    """An open log has its errors underlined as information, each on its own line; it grows and is read again."""
    lines = ["starting", *printed, "done", ""]
    file = window.write("build.log", "\n".join(lines))
    editor = window.open_file("build.log")
    named = [number for number, text in enumerate(lines, 1) if text.startswith(NAMES)]
    assert len(named) == 3
    assert editor.squiggle(named[0]).kind == "info"
    rows = until("the rows", lambda: window.problems_of("build.log"))
    assert [re.findall(r"\[Ln (\d+), Col 1\]", row) for row in rows] == [[str(number)] for number in named]
    hover = editor.hover_text(editor.first_squiggle(), "FileNotFoundError: job.json · exact match")
    assert "not known to be of this machine, so only its words and source were looked at." in hover
    editor.leave_hover()
    file.write_text(file.read_text() + "\n".join([*printed[-5:], ""]).replace("no settings", "no name"))
    until("the error that was added", lambda: "the job has no name" in " ".join(window.problems_of("build.log")))
