"""`tracemend run`: the command is as it would be without us; its errors are explained afterwards."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

from conftest import Run


def in_terminal(work: Path, env: dict[str, str], *command: str, typed: bytes = b"") -> tuple[int, str]:
    """Run `tracemend run -- COMMAND` in a pseudo-terminal, as a person does; (exit status, what the screen got)."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tracemend", "run", "--", *command],
        cwd=work,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    shown, end, sent = b"", time.monotonic() + 60, not typed
    while time.monotonic() < end:
        if select.select([controller], [], [], 0.1)[0]:
            try:
                data = os.read(controller, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
            if not sent and b"name? " in shown:
                os.write(controller, typed)
                sent = True
        elif process.poll() is not None:
            break
    os.close(controller)
    return process.wait(10), shown.decode()


def test_status_and_outputs_are_the_commands(tracemend: Run) -> None:
    done = tracemend(
        "run", "--", sys.executable, "-c", "import sys; print('out'); print('err', file=sys.stderr); sys.exit(7)"
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, "out\n", "err\n")


def test_a_failing_program_is_explained_on_standard_error(tracemend: Run, work: Path) -> None:
    (work / "app.py").write_text('prices = {"apple": 1}\nprint(prices["aple"])\n')
    done = tracemend("run", "--", sys.executable, "app.py")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "KeyError" in done.stderr
    assert "preferred fix" in done.stderr


def test_in_a_terminal_the_command_has_one_too(work: Path, home: dict[str, str]) -> None:
    code = "import sys, os; print([os.isatty(n) for n in (0, 1, 2)]); print('\\x1b[31mred\\x1b[0m'); sys.exit(3)"
    status, shown = in_terminal(work, home, sys.executable, "-c", code)
    assert status == 3
    assert "[True, True, True]" in shown
    assert "\x1b[31mred" in shown


def test_what_is_typed_goes_to_the_command(work: Path, home: dict[str, str]) -> None:
    code = "name = input('name? '); print('hello', name); {}[name]"
    status, shown = in_terminal(work, home, sys.executable, "-c", code, typed=b"Ada\n")
    assert status == 1
    assert "hello Ada" in shown
    assert "KeyError: 'Ada'" in shown
    assert "No entry" in shown or "not in the dictionary" in shown


def test_a_signal_ends_it_as_in_a_shell(tracemend: Run) -> None:
    done = tracemend("run", "--", sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)")
    assert done.returncode == 143


def test_a_command_that_is_not_there(tracemend: Run) -> None:
    done = tracemend("run", "--", "no-such-command-here")
    assert done.returncode == 127
    assert "no-such-command-here: command not found" in done.stderr


def test_run_without_a_command(tracemend: Run) -> None:
    done = tracemend("run")
    assert done.returncode == 2
    assert "tracemend run -- python app.py" in done.stderr
