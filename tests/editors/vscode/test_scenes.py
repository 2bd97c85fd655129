"""A program fails in the terminal: the underline, the hover, the fixes, by keyboard and mouse alone."""

from __future__ import annotations

import pytest
from editor import plain
from processes import until
from programs import CIRCLE, CIRCLE_LINE, DEMO, DEMO_LINE, FETCH, FETCH_LINE, REQUEST
from workbench import OpenEditor, Workbench

FILES = {"report.py": DEMO, "circle.py": CIRCLE, "fetch.py": FETCH, "request.py": REQUEST}
INSTALL = "python3 -m venv .venv && .venv/bin/python -m pip install requests"


@pytest.fixture(scope="module")
def window(open_editor: OpenEditor) -> Workbench:
    """A window on the programs, with a terminal."""
    window = open_editor(FILES)
    window.open_file("report.py")
    window.terminal.new()
    window.clear_notifications()
    return window


@pytest.fixture(autouse=True)
def _clean(window: Workbench) -> None:
    """Each test has the files as they were, no editors open, and no program's errors."""
    window.terminal.ready()
    window.terminal.clear()
    window.close_editors()
    for name, text in FILES.items():
        window.write(name, text)


def test_it_fails(window: Workbench) -> None:
    """Scene 1: the underline comes by itself, Problems has one line with its frames, nothing pops up."""
    editor = window.open_file("report.py")
    assert not editor.squiggles()
    printed = window.terminal.run("python3 report.py")
    assert "FileNotFoundError" in printed
    assert editor.squiggle(DEMO_LINE).kind == "error"
    assert len(editor.squiggles()) == 1
    window.pictures("1-it-fails-terminal")
    problems = until("the frames", lambda: found if len(found := window.problems()) > 2 else [])
    assert problems[0] == "1 report.py 1"
    assert problems[1].startswith("2 FileNotFoundError: reports/november/sales.csv tracemend")
    assert f"[Ln {DEMO_LINE}, Col 10]" in problems[1]
    assert problems[2:] == [f"3 report.py [Ln {DEMO_LINE + 7}, Col 1] : in <module>"]
    assert window.notifications() == []
    window.pictures("1-it-fails")
    window.choose_problem("in <module>")
    until("the frame's line", lambda: editor.cursor[0] == DEMO_LINE + 7)


def test_hover(window: Workbench) -> None:
    """Scene 2: title, standing, what was seen, links, in at most twelve lines, by mouse and by keyboard."""
    editor = window.open_file("report.py")
    window.terminal.run("python3 report.py")
    editor.hover_text(editor.squiggle(DEMO_LINE), "Most likely")
    ours = editor.part_of_hover("exact match")
    lines = plain(ours.inner_text()).splitlines()
    assert lines[0] == "FileNotFoundError: reports/november/sales.csv · exact match · well documented"
    assert lines[2].startswith("✔ Most likely: The folder of the path does not exist. Seen: The folder ")
    assert lines[2].endswith("/reports/november does not exist.")
    assert len(lines) <= 12
    links = ours.locator("a").all_inner_texts()
    assert links[-1] == "All about this error"
    window.pictures("2-hover")
    editor.leave_hover()
    editor.goto(DEMO_LINE, 12)
    assert "Seen: The folder" in editor.text_of(editor.hover_by_keyboard(), "Most likely")
    editor.leave_hover()


def test_card_from_hover(window: Workbench) -> None:
    """The hover's link opens the card beside the editor."""
    editor = window.open_file("report.py")
    window.terminal.run("python3 report.py")
    editor.hover_text(editor.squiggle(DEMO_LINE), "Most likely")
    editor.part_of_hover("exact match").locator("a", has_text="All about this error").click()
    card = window.preview("By system")
    assert "FileNotFoundError: reports/november/sales.csv" in card.locator("h1").inner_text()


def test_fix(window: Workbench) -> None:
    """Scene 3: the menu's order; Enter mends the file; one undo takes it all back; redone, saved and run: mended."""
    editor = window.open_file("report.py")
    window.terminal.run("python3 report.py")
    editor.squiggle(DEMO_LINE)
    editor.goto(DEMO_LINE, 12)
    assert editor.actions() == ["Make the folder first", "Explain", "Dismiss"]
    assert editor.chosen_action() == "Make the folder first"
    window.pictures("3-fix")
    window.page.keyboard.press("Enter")
    made = '    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)'
    until("the edit", lambda: made in editor.lines())
    assert "import os" in editor.lines()
    editor.undo()
    until("as before", lambda: editor.lines() == [*DEMO.splitlines(), ""])
    editor.redo()
    until("the edit again", lambda: made in editor.lines())
    editor.save()
    mended = DEMO.replace("import csv\n", "import csv\nimport os\n").replace("    with open", f"{made}\n    with open")
    assert (window.folder / "report.py").read_text() == mended
    assert "written: reports/november/sales.csv" in window.terminal.run("python3 report.py")
    editor.no_squiggle()
    assert window.notifications() == []


def test_order_of_fixes(window: Workbench) -> None:
    """The preferred edit, other edits, commands, "Explain", "Dismiss"."""
    editor = window.open_file("circle.py")
    window.terminal.run("python3 circle.py")
    editor.squiggle(CIRCLE_LINE)
    editor.goto(CIRCLE_LINE, 12)
    assert editor.actions() == ["Add: import math", "Use maths", "Explain", "Dismiss"]
    editor.close_menu()
    editor = window.open_file("fetch.py")
    window.terminal.run("python3 fetch.py")
    editor.squiggle(FETCH_LINE)
    editor.goto(FETCH_LINE, 9)
    assert editor.actions() == ["Import request", f"Put `{INSTALL}` into the terminal", "Explain", "Dismiss"]
    window.pictures("3-fixes")
    editor.choose("Explain")
    assert "What to do" in window.preview(INSTALL).locator("body").inner_text()


def test_command_waits_in_the_terminal(window: Workbench) -> None:
    """A command that is chosen stands at the prompt, and nothing has run."""
    editor = window.open_file("fetch.py")
    window.terminal.run("python3 fetch.py")
    editor.squiggle(FETCH_LINE)
    editor.goto(FETCH_LINE, 9)
    editor.actions()
    editor.choose(f"Put `{INSTALL}` into the terminal")
    until("the command at the prompt", lambda: window.terminal.last_line() == f"$ {INSTALL}")
    assert window.terminal.count() == 1
    window.pictures("3-command")
    assert window.terminal.last_line() == f"$ {INSTALL}"
    assert not (window.folder / ".venv").exists()
    window.terminal.interrupt()


def test_command_from_hover(window: Workbench) -> None:
    """The same by the hover's link."""
    editor = window.open_file("fetch.py")
    window.terminal.run("python3 fetch.py")
    editor.hover_text(editor.squiggle(FETCH_LINE), "Install requests")
    editor.part_of_hover("exact match").locator("a", has_text="Install requests").click()
    until("the command at the prompt", lambda: window.terminal.last_line() == f"$ {INSTALL}")
    assert not (window.folder / ".venv").exists()
    window.terminal.interrupt()


def test_busy_terminal_is_left_alone(window: Workbench) -> None:
    """A program that runs gets nothing typed into it: the command goes to another terminal."""
    editor = window.open_file("fetch.py")
    window.terminal.run("python3 fetch.py")
    editor.squiggle(FETCH_LINE)
    window.terminal.enter("read -r answer; echo got: $answer")
    editor.goto(FETCH_LINE, 9)
    editor.actions()
    editor.choose(f"Put `{INSTALL}` into the terminal")
    until("another terminal", lambda: window.terminal.count() == 2)
    command = INSTALL.replace(" ", "")
    until("the command at the prompt", lambda: window.terminal.typed() == command)
    assert "".join(window.terminal.text().split()) == f"${command}"
    window.terminal.interrupt()
    window.terminal.close()
    until("the first terminal", lambda: "echo got" in window.terminal.last_line())
    window.page.keyboard.press("Enter")
    until("its program is over", lambda: window.terminal.last_line() == "$")
    assert "got:\n" in window.terminal.text()
    assert not (window.folder / ".venv").exists()
