"""Programs that fail with errors of the built-in knowledge, and where."""

from __future__ import annotations

import subprocess
from pathlib import Path

DEMO = (Path(__file__).parents[3] / "docs" / "demo" / "report.py").read_text()
"""Writes a file into a folder that is not there; the preferred fix makes the folder."""
DEMO_LINE = DEMO.splitlines().index('    with open(target, "w", newline="") as file:  # one line for each fruit') + 1

FETCH = '''\
"""Read a page."""

import requests

print(requests.get("https://example.org"))
'''
"""With REQUEST beside it: an edit and a command are fixes for the import in FETCH_LINE."""
FETCH_LINE = 3
REQUEST = '''\
"""The project's own module."""


def get(address: str) -> str:
    return address
'''

CIRCLE = '''\
"""Sizes of a circle."""

maths = {"pi": 3}


def size(radius: float) -> float:
    return math.pi * radius**2


print(size(2))
'''
"""Two edits are fixes for the line CIRCLE_LINE; the import is the preferred one."""
CIRCLE_LINE = 7

SETTINGS = '''\
"""Where the server is."""

SETTINGS = {"host": "localhost", "port": 8080}


def address() -> str:
    return SETTINGS["hots"]


print(address())
'''
"""A key that is spelt wrong; the preferred fix uses the right one."""
SETTINGS_LINE = 7

JOB = '''\
"""Read the settings of a job."""

import json


def read(path: str) -> object:
    with open(path) as file:
        return json.load(file)


def settings(path: str) -> object:
    try:
        return read(path)
    except FileNotFoundError as error:
        raise KeyError("settings") from error


def main() -> None:
    try:
        settings("job.json")
    except KeyError as error:
        raise RuntimeError("the job has no settings") from error


main()
'''
"""Three exceptions, each the cause of the next."""
JOB_FILE = "jobs/settings.py"


def job_output(python: Path, folder: Path) -> list[str]:
    """What a run of the job in a folder prints, as a runner that names files as it was given them prints it."""
    file = folder / JOB_FILE
    file.parent.mkdir(parents=True)
    file.write_text(JOB)
    start = f"import runpy; runpy.run_path({JOB_FILE!r}, run_name='__main__')"
    done = subprocess.run([python, "-c", start], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1
    return done.stderr.splitlines()
