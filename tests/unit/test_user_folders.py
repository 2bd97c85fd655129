"""The folders of the user are where platformdirs says, and Linux is told without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from tracemend import user_folders

_VARIABLES = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")


@pytest.mark.parametrize("home", ["/home/dev", "/home/dev/", "dev", "", None])
@pytest.mark.parametrize("named", [None, "", "/srv/own", "relative/folder"])
def test_as_platformdirs(monkeypatch: pytest.MonkeyPatch, home: str | None, named: str | None) -> None:
    for variable, value in [("HOME", home), *((variable, named) for variable in _VARIABLES)]:
        monkeypatch.delenv(variable, raising=False)
        if value is not None:
            monkeypatch.setenv(variable, value)
    assert user_folders.data_folder() == Path(platformdirs.user_data_dir("tracemend", appauthor=False))
    assert user_folders.cache_folder() == Path(platformdirs.user_cache_dir("tracemend", appauthor=False))
    assert user_folders.config_folder() == Path(platformdirs.user_config_dir("tracemend", appauthor=False))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_linux_without_platformdirs() -> None:
    code = "import sys; from tracemend.user_folders import *; data_folder(); print('platformdirs' in sys.modules)"
    environment = {"HOME": "/home/dev"}
    answer = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"


def test_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", "/Users/dev")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_names, **_options: Path("/asked"))
    assert user_folders.data_folder() == Path("/asked")
