"""What clients and users set, sound and odd."""

from __future__ import annotations

from typing import Any

import pytest
from tracemend.context import Settings
from tracemend.lsp.commandline import origin_of, status_of
from tracemend.lsp.options import Options, changed, from_initialization


def test_sound_options() -> None:
    options, faults = from_initialization(
        {
            "tracemend": {
                "commands": ["a"],
                "commandLinks": True,
                "trusted": False,
                "shell": "/usr/bin/zsh",
                "interpreter": "/venv/bin/python",
                "settings": {"evidence": False, "allowedPacks": ["team"], "docsBaseUrl": "https://d", "own": 1},
            }
        }
    )
    assert faults == []
    assert options == Options(
        commands=frozenset({"a"}),
        command_links=True,
        trusted=False,
        shell="zsh",
        interpreter="/venv/bin/python",
        settings=Settings(evidence=False, allowed_packs=("team",), docs_base_url="https://d"),
    )


@pytest.mark.parametrize("given", [None, 3, [], {}, {"tracemend": None}, {"other": 1}])
def test_none_given(given: Any) -> None:
    assert from_initialization(given) == (Options(), [])


def test_odd_ones_are_defaults_and_told() -> None:
    odd = {"commands": "x", "commandLinks": 1, "trusted": "no", "shell": "tcl", "interpreter": 4, "settings": [1]}
    options, faults = from_initialization({"tracemend": odd})
    assert options == Options()
    assert len(faults) == 6


def test_later_changes() -> None:
    before, _ = from_initialization({"tracemend": {"commands": ["a"], "trusted": True, "interpreter": "/p"}})
    after, faults = changed(before, {"tracemend": {"evidence": False, "interpreter": "/q"}})
    assert faults == []
    assert (after.settings.evidence, after.interpreter, after.trusted) == (False, "/q", True)
    assert after.commands == before.commands
    assert changed(after, {"python": {}}) == (after, [])
    assert changed(after, {"tracemend": {"evidence": "x"}})[1]


@pytest.mark.parametrize(
    ("command", "origin"),
    [
        (None, "here"),
        ("python app.py", "here"),
        ("ssh host python app.py", "elsewhere"),
        ("sudo -E docker run x", "elsewhere"),
        ("A=1 /usr/bin/kubectl logs pod", "elsewhere"),
        ("cd app && wsl.exe python x.py", "elsewhere"),
        ("timeout 10 podman run x", "elsewhere"),
        ("python ssh.py docker", "here"),
        ("./docker_tool.py", "here"),
    ],
)
def test_origin(command: str | None, origin: str) -> None:
    assert origin_of(command) == origin


def test_status_of_several_programs() -> None:
    assert status_of("python a.py", 0) == 0
    assert status_of("cd a && python a.py", 0) == 0
    assert status_of("python a.py | tee log", 0) is None
    assert status_of("python a.py; true", 0) is None
    assert status_of("python a.py | tee log", 2) == 2
    assert status_of(None, None) is None
