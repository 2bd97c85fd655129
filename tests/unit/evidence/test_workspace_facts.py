"""Which module of the workspace defines a name, and what it is imported as."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence.fact import Finding
from tracemend.reading.report import Frame

from .conftest import look


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _asked(folder: Path, file: str, name: str, *outer: str) -> Finding:
    frames = tuple(Frame(str(folder / one) if one != "runpy" else "<frozen runpy>", 1, "<module>") for one in outer)
    own = Frame(str(folder / file), 1, "<module>")
    return look(
        "name-in-workspace", name, folder=folder, roots=(str(folder),), source=folder / file, frames=(*frames, own)
    )


def test_the_one_module_that_defines_it(tmp_path: Path) -> None:
    _write(tmp_path, {"main.py": "area()\n", "shapes.py": "def area(): ...\n\nSIZE = 3\nlow = 3\n", "b.py": "x = 1\n"})
    assert _asked(tmp_path, "main.py", "area").values == {"import": "from shapes import area", "home": "shapes"}
    assert _asked(tmp_path, "main.py", "SIZE").holds is True
    assert _asked(tmp_path, "main.py", "low").holds is None
    assert _asked(tmp_path, "main.py", "volume").holds is False
    (tmp_path / "b.py").write_text("def area(): ...\n")
    assert _asked(tmp_path, "main.py", "area").holds is None


@pytest.mark.parametrize(
    "text",
    ["print(1)\ndef area(): ...\n", "for x in y:\n    pass\ndef area(): ...\n", "import main\ndef area(): ...\n"],
)
def test_a_module_that_does_more(tmp_path: Path, text: str) -> None:
    _write(tmp_path, {"main.py": "area()\n", "shapes.py": text})
    assert _asked(tmp_path, "main.py", "area").holds is None


def test_the_file_s_own_style(tmp_path: Path) -> None:
    files = {"app/__init__.py": "", "app/main.py": "area()\n", "app/shapes.py": "def area(): ...\n"}
    _write(tmp_path, files)
    found = _asked(tmp_path, "app/main.py", "area", "runpy")
    assert found.values["import"] == "from app.shapes import area"
    _write(tmp_path, {"app/main.py": "from .b import c\narea()\n"})
    assert _asked(tmp_path, "app/main.py", "area", "runpy").values["import"] == "from .shapes import area"
    assert _asked(tmp_path, "app/main.py", "area").values["import"] == "from shapes import area"
    _write(tmp_path, {"tests/test_a.py": "def unit(): ...\n", ".venv/x.py": "def unit(): ...\n"})
    assert _asked(tmp_path, "app/main.py", "unit").holds is False
