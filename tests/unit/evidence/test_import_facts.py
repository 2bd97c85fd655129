"""Facts about imports of the project's own modules and of Python's."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence.fact import Finding
from tracemend.reading.report import Frame

from .conftest import look


def _asked(folder: Path, fact: str, file: str, value: str | None, *, started: bool = False, **captures: str) -> Finding:
    own = Frame(str(folder / file), 1, "<module>")
    frames = (Frame("<frozen runpy>", 1, "_run"), own) if started else (own,)
    captures = captures or {"module": value or ""}
    return look(
        fact, value, folder=folder, roots=(str(folder),), source=folder / file, frames=frames, captures=captures
    )


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "shop").mkdir()
    for name, text in (("__init__", ""), ("storage", "def load(): ...\n"), ("main", "import storage\n")):
        (tmp_path / "shop" / f"{name}.py").write_text(text)
    return tmp_path


def test_a_module_of_the_same_package(shop: Path) -> None:
    found = _asked(shop, "module-of-project", "shop/main.py", "storage", started=True)
    assert found.values == {"package": ".", "siblings": ("main", "storage")}
    (shop / "shop" / "main.py").write_text("import storage\nfrom shop.prices import x\n")
    assert _asked(shop, "module-of-project", "shop/main.py", "storage", started=True).values["package"] == "shop"
    assert _asked(shop, "module-of-project", "shop/main.py", "nothing", started=True).holds is False
    (shop / "start.py").write_text("import storage\n")
    assert _asked(shop, "module-of-project", "start.py", "storage").values["package"] == "shop"


def test_modules_beside_a_script(shop: Path) -> None:
    main = shop / "shop" / "main.py"
    main.write_text("from .storage import load\n")
    found = _asked(shop, "modules-beside-script", "shop/main.py", None)
    assert found.values == {"beside": ("storage",), "alone": "yes"}
    (shop / "start.py").write_text("from shop.main import x\n")
    assert _asked(shop, "modules-beside-script", "shop/main.py", None).values["alone"] == "no"
    (shop / "shop" / "storage.py").write_text("from .x import y\n")
    assert _asked(shop, "modules-beside-script", "shop/main.py", None).holds is False
    main.write_text("from .nothing import load\n")
    assert _asked(shop, "modules-beside-script", "shop/main.py", None).holds is False


@pytest.mark.parametrize(
    ("module", "name", "home"),
    [("os", "Path", "pathlib"), ("functools", "chain", "itertools"), ("itertools", "reduce", "functools")],
)
def test_a_name_of_another_module_of_python(module: str, name: str, home: str) -> None:
    found = look("standard-member", name, captures={"attribute": name, "module": module})
    assert found.values == {"home": home}
    assert look("standard-member", "frobnicate", captures={"attribute": "frobnicate"}).holds is False


def test_a_submodule_that_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(xml.etree.ElementTree.fromstring(x), xml.nothing.y)\n")
    captures = {"module": "xml", "attribute": "etree"}
    found = _asked(tmp_path, "submodule-of", "a.py", "etree", **captures)
    assert found.values == {"submodule": "xml.etree.ElementTree"}
    found = _asked(tmp_path, "submodule-of", "a.py", "nothing", **{**captures, "attribute": "nothing"})
    assert found.holds is False
