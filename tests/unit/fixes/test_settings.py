"""Edits of pyproject.toml that keep everything else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from tracemend.context import Context
from tracemend.fixes import settings
from tracemend.fixes.recipe import apply_edits
from tracemend.knowledge.model import SettingChange


def _set(
    folder: Path, before: str, value: Any = True, key: str = "strict", table: str | None = "tool.mypy"
) -> str | None:
    file = folder / "pyproject.toml"
    file.write_bytes(before.encode())
    context = Context(origin="here", folder=str(folder), roots=(str(folder),))
    mend = settings.apply(SettingChange("pyproject.toml", key, value, table), {"name": "a b"}, context)
    if mend is None:
        return None
    assert mend.file == str(file)
    return apply_edits(before, mend.edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "[tool.mypy]\nstrict = true\n"),
        ('[project]\nname = "a"', '[project]\nname = "a"\n\n[tool.mypy]\nstrict = true\n'),
        ("[a]\r\nb = 1\r\n", "[a]\r\nb = 1\r\n\r\n[tool.mypy]\r\nstrict = true\r\n"),
        (
            "[tool.mypy]\nfiles = 'x'  # all\n\n# next\n[tool.ruff]\na = 1\n",
            "[tool.mypy]\nfiles = 'x'  # all\nstrict = true\n\n# next\n[tool.ruff]\na = 1\n",
        ),
        ("[tool.mypy]\n[a]\n", "[tool.mypy]\nstrict = true\n[a]\n"),
        ('["tool"."mypy"]\nx = 1', '["tool"."mypy"]\nx = 1\nstrict = true\n'),
        ("[tool.mypy]\nstrict = false  # later\n", "[tool.mypy]\nstrict = true  # later\n"),
        (
            '[a]\nt = """\n[tool.mypy]\n"""\n[tool.mypy]\nx = 1\n',
            '[a]\nt = """\n[tool.mypy]\n"""\n[tool.mypy]\nx = 1\nstrict = true\n',
        ),
    ],
)
def test_a_key_is_set(tmp_path: Path, before: str, after: str) -> None:
    assert _set(tmp_path, before) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("[tool.mypy]\n", 'a "b" \\', '[tool.mypy]\nstrict = "a \\"b\\" \\\\"\n'),
        ("[tool.mypy]\n", "{name}", '[tool.mypy]\nstrict = "a b"\n'),
        ("[tool.mypy]\n", 3, "[tool.mypy]\nstrict = 3\n"),
        ("[tool.mypy]\n", ["a", "b"], '[tool.mypy]\nstrict = ["a", "b"]\n'),
        ('[tool.mypy]\nstrict = ["a"]\n', ["a", "b"], '[tool.mypy]\nstrict = ["a", "b"]\n'),
        ("[tool.mypy]\nstrict = []\n", ["a"], '[tool.mypy]\nstrict = ["a"]\n'),
        (
            '[tool.mypy]\nstrict = [\n    "a",\n]\n',
            ["b"],
            '[tool.mypy]\nstrict = [\n    "a",\n    "b",\n]\n',
        ),
    ],
)
def test_values_are_written_as_toml(tmp_path: Path, before: str, value: Any, after: str) -> None:
    assert _set(tmp_path, before, value) == after


@pytest.mark.parametrize(
    "before",
    [
        "[tool.mypy]\nstrict = true\n",
        "[tool]\nmypy.strict = false\n",
        "[tool]\nmypy = {files = 'x'}\n",
        "[[tool.mypy]]\nx = 1\n",
        "[tool.mypy]\nstrict = [1, # a\n]\n",
        "not = = toml\n",
    ],
)
def test_what_is_there_or_not_understood_is_left(tmp_path: Path, before: str) -> None:
    pytest.importorskip("tomllib", reason="tomllib, which checks the result, came with Python 3.11")
    assert _set(tmp_path, before) is None


def test_a_key_above_all_tables(tmp_path: Path) -> None:
    assert _set(tmp_path, "a = 1\n\n[b]\n", "x", key="k e", table=None) == 'a = 1\n"k e" = "x"\n\n[b]\n'


def test_a_file_that_is_missing_or_elsewhere_is_not_made(tmp_path: Path) -> None:
    context = Context(folder=str(tmp_path), roots=(str(tmp_path),))
    for name in ("pyproject.toml", "../pyproject.toml", os.path.join("a", "x.toml"), "setup.cfg"):
        assert settings.apply(SettingChange(name, "a", 1), {}, context) is None


def test_a_value_that_is_missing_withdraws_the_fix(tmp_path: Path) -> None:
    assert _set(tmp_path, "", "{none}") is None


def test_the_nearest_file_within_the_workspace_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("")
    context = Context(folder=str(inner), roots=(str(tmp_path),))
    mend = settings.apply(SettingChange("pyproject.toml", "a", 1), {}, context)
    assert mend is not None
    assert mend.file == str(tmp_path / "pyproject.toml")
    outside = Context(folder=str(inner), roots=(str(inner),))
    assert settings.apply(SettingChange("pyproject.toml", "a", 1), {}, outside) is None
