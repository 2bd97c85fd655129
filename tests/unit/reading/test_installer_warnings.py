"""Warnings of pip 23.2.1, 24.2 and 26.3 and of uv 0.13.9, provoked, with paths of this machine made short.

The sentences on scripts, invalid distributions and caches are pip's own in operations/install/wheel.py,
metadata/importlib/_envs.py and cli/req_command.py; uv's on hard links is in crates/uv-install-wheel/src/linker.rs.
"""

from __future__ import annotations

import pytest
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

PIP = [
    "WARNING: six 1.17.0 does not provide the extra 'foo'",
    "WARNING: Package(s) not found: nosuchpkg-zz",
    "WARNING: Requirement './nope-1.0-py3-none-any.whl' looks like a filename, but the file does not exist",
    "WARNING: Target directory /home/me/tgt/six.py already exists. Specify --upgrade to force replacement.",
    "WARNING: Ignoring invalid distribution -ip (/usr/lib/python3.11/site-packages)",
    "WARNING: Ignoring incompletely removed distribution ~ix-1.0.dist-info (/home/me/v/lib/python3.13/site-packages); "
    "'~'-prefixed leftover directories are the result of a previous incomplete installation, and can be deleted",
    "WARNING: The script pyjoke is installed in '/home/me/.local/bin' which is not on PATH.",
    "  WARNING: The scripts pyjoke and pyjokes are installed in '/home/me/.local/bin' which is not on PATH.",
    "  DEPRECATION: leg is being installed using the legacy 'setup.py install' method, because it does not have a "
    "'pyproject.toml' and the 'wheel' package is not installed. pip 23.1 will enforce this behaviour change.",
]
UV = [
    "warning: `VIRTUAL_ENV=/home/me/v` does not match the project environment path `.venv` and will be ignored; use "
    "`--active` to target the active environment instead",
    "warning: The package `six==1.17.0` does not have an extra named `foo`",
    'warning: `attrs==21.1.0` is yanked (reason: "Installable but not importable on Python 3.4.")',
    "warning: `/home/me/.local/bin` is not on your PATH. To use installed tools, run `export PATH=...`.",
]


@pytest.mark.parametrize(("tool", "text"), [("pip", one) for one in PIP] + [("uv", one) for one in UV])
def test_a_warning_to_act_on_is_read(tool: str, text: str) -> None:
    ((report,),) = read_text("Collecting six\n" + text + "\nSuccessfully installed six-1.17.0\n")
    assert (report.tool, report.severity) == (tool, "warning")
    assert report.message == text.strip().partition(": ")[2]


@pytest.mark.parametrize(
    "text",
    [
        "WARNING: Skipping nosuchpkg-zz as it is not installed.",
        "warning: Skipping nosuch as it is not installed",
        "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the "
        "system package manager. It is recommended to use a virtual environment instead: "
        "https://pip.pypa.io/warnings/venv",
    ],
)
def test_what_does_no_harm_is_told_of_in_a_selected_text_alone(text: str) -> None:
    assert read_text(text + "\n") == []
    ((report,),) = read_text(text + "\n", Hints("python3 -m pip install six"))
    ((report,),) = read_text(text + "\n", Hints(selected=True))
    assert (report.tool, report.severity) == ("pip" if text.startswith("W") else "uv", "warning")


def test_other_programs_warnings_are_none_of_pips() -> None:
    for text in (
        "WARNING: Skipping the rest of the file",
        "warning: Skipping cleanup as it is not needed",
        "WARNING: The script has ended",
        "warning: unused variable: `x`",
        "WARNING: Location 'file:///a/' is ignored: it is neither a file nor a directory.",
    ):
        assert read_text(text + "\n") == [], text
