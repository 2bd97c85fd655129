"""The commands of all built-in entries, as text for each shell, with values that a hostile output would capture."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from functools import lru_cache

import pytest
from tracemend.context import Context, Shell, System
from tracemend.evidence.environment import machine_values
from tracemend.evidence.fact import Value
from tracemend.fixes import commands
from tracemend.knowledge.model import Command, Entry, Fix
from tracemend.knowledge.packs import builtin_pack, read_pack
from tracemend.knowledge.template import fields

SHELLS: tuple[tuple[Shell, System], ...] = (
    ("bash", "linux"),
    ("zsh", "macos"),
    ("fish", "linux"),
    ("powershell", "windows"),
    ("cmd", "windows"),
)
FITTING: dict[str, Value] = {"system-manager": "apt", "package-root": os.path.abspath(os.sep)}
"""Values of which a recipe takes no others."""
ODD = "it's $(id) `id` a&b.csv"


@lru_cache(maxsize=1)
def fixes() -> dict[str, tuple[Entry, Fix]]:
    content = read_pack(builtin_pack())
    assert not content.faults
    return {f"{one.id} {fix.id}": (one, fix) for one in content.entries for fix in one.fixes if fix.command}


def values_for(command: Command, text: str) -> dict[str, Value]:
    words = [word for line in (*command.posix, *command.windows) for word in line]
    words += [str(value) for value in command.arguments.values()]
    return {field.removesuffix("..."): text for word in words for field in fields(word)}


def context(shell: Shell, system: System) -> Context:
    return Context(origin="here", shell=shell, system=system, folder=None)


@pytest.mark.parametrize("name", fixes())
@pytest.mark.parametrize(("shell", "system"), SHELLS)
def test_every_command_is_made_for_every_shell(name: str, shell: Shell, system: System) -> None:
    entry, fix = fixes()[name]
    assert fix.command is not None
    given = {**machine_values(context(shell, system)), **values_for(fix.command, "report.csv"), **FITTING}
    text = commands.build(fix.command, given, context(shell, system))
    has_one = bool(fix.command.recipe or (fix.command.windows if system == "windows" else fix.command.posix))
    assert bool(text) is has_one, entry.id
    assert not fields(text or "")


@pytest.mark.parametrize("name", fixes())
def test_an_odd_value_stays_one_word(name: str) -> None:
    _, fix = fixes()[name]
    assert fix.command is not None
    if fix.command.recipe or not fix.command.posix:
        pytest.skip("made by a recipe, which has its own tests")
    where = context("bash", "linux")
    text = commands.build(fix.command, {**machine_values(where), **values_for(fix.command, ODD)}, where)
    if text is None:
        return
    assert "$(id)" not in text.replace(shlex.quote(ODD), "")
    if shutil.which("bash"):
        first = text.split(" && ")[0]
        shown = subprocess.run(["bash", "-c", f"printf '%s\\n' {first}"], capture_output=True, text=True, timeout=10)
        assert ODD in shown.stdout.splitlines() or ODD not in shlex.split(first)


@pytest.mark.parametrize("value", ["a\nb", "a\x1b[31mb", "a\x00b"])
@pytest.mark.parametrize("name", fixes())
def test_a_control_character_withdraws_the_command(name: str, value: str) -> None:
    _, fix = fixes()[name]
    assert fix.command is not None
    given = values_for(fix.command, value)
    if not given:
        return
    where = context("bash", "linux")
    assert commands.build(fix.command, {**machine_values(where), **given}, where) is None
