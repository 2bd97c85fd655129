"""A workspace with a program that fails and a pack of its own: no test hangs on the wording of the knowledge."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from raw import RawClient

PROGRAM = """\
settings = {"host": "a", "port": 1}


def broken():
    return settings["hots"]


broken()
"""
LINE = 4  # 0-based, as the protocol counts

KEY = """\
id: lookup.key
title: "KeyError: no {key} here"
summary: The dictionary has no such key.
documented: new
reviewed: "2026-11-23"
match:
  - exception: KeyError
    message: '(?P<key>.+)'
meaning: A key was asked for that is not there.
causes:
  - id: misspelt
    text: The key is spelt differently.
    evidence: {fact: similar-key, of: key}
    fixes: [use-similar, show-key, read-it]
  - id: absent
    text: The key is not there for every input.
    fixes: [with-default]
fixes:
  - {id: use-similar, title: "Use {similar}", edit: {recipe: spelling, to: "{similar}"}}
  - {id: with-default, title: Ask with get, edit: key-default}
  - {id: show-key, title: Print the key, command: [printf, "%s", "{similar}"]}
  - {id: read-it, title: Read the page, steps: [Read the page about dictionaries.]}
sources: [{title: KeyError, url: "https://docs.python.org/3/library/exceptions.html#KeyError"}]
"""
OPTIONAL = """\
id: checkers.optional
title: "{attribute} of what may be None"
summary: The value may be None here.
documented: new
reviewed: "2026-11-23"
match:
  - diagnostic: {tool: pyright, code: reportOptionalMemberAccess}
    message: '"(?P<attribute>[^"]{1,100})" is not a known attribute of "None"'
meaning: The value may be None.
causes:
  - {id: none, text: It is None on some path., fixes: [guard]}
fixes:
  - {id: guard, title: Return early when it is None, edit: none-guard}
sources: [{title: None, url: "https://docs.python.org/3/library/constants.html#None"}]
"""


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's own pack and cache stay out of the tests (where the system names these folders by variables)."""
    folder = tmp_path_factory.mktemp("user")
    names = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: str(folder / name.lower()) for name in names})
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with the pack and `app.py`."""
    root = tmp_path.resolve() / "work"
    for name, text in (("lookup/key.yaml", KEY), ("checkers/optional.yaml", OPTIONAL)):
        path = root / ".tracemend" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (root / "app.py").write_text(PROGRAM, encoding="utf-8")
    return root


def run(program: Path) -> str:
    """What a program prints to standard error."""
    done = subprocess.run([sys.executable, program.name], cwd=program.parent, capture_output=True, text=True)
    return done.stderr


@pytest.fixture
def printed(workspace: Path) -> str:
    """What the program really prints."""
    return run(workspace / "app.py")


@pytest.fixture
def raw() -> Iterator[RawClient]:
    """A client that has said nothing yet."""
    client = RawClient()
    yield client
    client.kill()


@pytest.fixture
def client(raw: RawClient, workspace: Path) -> RawClient:
    """A client after its handshake, with `app.py` open."""
    raw.initialize(workspace)
    raw.open((workspace / "app.py").as_uri(), PROGRAM)
    return raw
