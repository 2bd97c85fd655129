"""Which command lines hand their errors over through the spool, so that the terminal is not read as well."""

from __future__ import annotations

import pytest
from tracemend.lsp.commandline import in_spool


@pytest.mark.parametrize(
    "command",
    [
        "tracemend run -- python app.py",
        "tracemend run python app.py",
        "tracemend run --format json -- python app.py --no-spool",
        "tracemend run --pack ./notes python app.py",
        "./.venv/bin/tracemend run -- pytest",
        r".\.venv\Scripts\tracemend.exe run -- python app.py",
        r'& "C:\Program Files\py\Scripts\tracemend.exe" run -- python app.py',
        '"/opt/my tools/tracemend" run -- python app.py',
        "python -m tracemend run -- python app.py",
        "python3.12 -X dev -m tracemend run -- python app.py",
        "py -3.12 -m tracemend run -- python app.py",
        "uv run tracemend run -- python app.py",
        "uv run --with tracemend tracemend run -- python app.py",
        "uv run python -m tracemend run -- python app.py",
        "uvx tracemend run -- python app.py",
        "uv tool run tracemend run -- python app.py",
        "poetry run tracemend run -- pytest",
        "pipx run tracemend run -- pytest",
        "env DEBUG=1 tracemend run -- python app.py",
        "DEBUG=1 PORT='80 81' tracemend run -- python app.py",
        "time -p tracemend run -- python app.py",
        "timeout 10 tracemend run -- python app.py",
        "tracemend run -- python app.py | tee log",
        "tracemend run -- python app.py 2>&1 | less",
        "cd sub && tracemend run -- python app.py",
        "(cd sub; tracemend run -- python app.py)",
        "source .venv/bin/activate && tracemend run -- python app.py",
        "tracemend run -- sh -c 'cd sub; python app.py | tee log'",
        "tracemend run -- a; tracemend run -- b",
        "tracemend run -- ssh host python app.py",
        "python app.py 2>&1 | tracemend scan --here",
        "python app.py |& tracemend scan --here --command 'python app.py' -",
        "tracemend scan build.log --here",
    ],
)
def test_handed_over(command: str) -> None:
    assert in_spool(command)


@pytest.mark.parametrize(
    "command",
    [
        None,
        "",
        "python app.py",
        "tracemend",
        "tracemend run --no-spool -- python app.py",
        "tracemend run --format json --no-spool python app.py",
        "tracemend scan build.log",
        "tracemend scan --here --no-spool build.log",
        "tracemend scan --here --diagnostics found.json",
        "tracemend explain 'KeyError: 1'",
        "tracemend knowledge check",
        "tracemend scan --here | python app.py",
        "tracemend run -- python app.py; python other.py",
        "python first.py && tracemend run -- python app.py",
        "python tracemend run",
        "python -m tracemend_tools run",
        "python app.py tracemend run",
        "echo tracemend run",
        "cat tracemend",
        "grep 'tracemend run' notes.md",
        "sudo tracemend run -- python app.py",
        "ssh host tracemend run -- python app.py",
        "docker exec app tracemend run -- python app.py",
        "uv pip install tracemend run",
        "cd tracemend && python run",
        "tracemend run -- 'python",
        "x" * 5000 + "; tracemend run -- python app.py",
    ],
)
def test_not_handed_over(command: str | None) -> None:
    assert not in_spool(command)


@pytest.mark.parametrize("text", ["tracemend " + "(" * 3000, "tracemend " + "env " * 900, "tracemend '" + "\\" * 3000])
def test_odd_lines_are_no_trouble(text: str) -> None:
    assert not in_spool(text)
