"""Recipes for imports of the project's own modules and of Python's."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import Mend, Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.source.place import locate

from .conftest import Outcome, Parsed

_REST = "\r\n\r\nVALUE = 'é'  # kept\r\n"


@pytest.mark.parametrize(
    ("before", "package", "after"),
    [
        ("«import storage", ".", "from . import storage"),
        ("«import storage", "shop", "from shop import storage"),
        ("«import storage as s", ".", "from . import storage as s"),
        ("«import os, storage", ".", "import os\r\nfrom . import storage"),
        ("«from storage import load, save", ".", "from .storage import load, save"),
        (
            "«from  storage  import (\r\n    load,  # é\r\n)",
            "shop",
            "from  shop.storage  import (\r\n    load,  # é\r\n)",
        ),
        ("«import storage\r\nfrom prices import x", ".", "from . import storage\r\nfrom .prices import x"),
        ("«import storage.inner", ".", None),
        ("«import storage; y = 1", ".", None),
        ("«import other", ".", None),
        ("«from .storage import load", ".", None),
    ],
)
def test_imports_inside_a_package(parsed: Parsed, before: str, package: str, after: str | None) -> None:
    values: dict[str, object] = {"package": package, "siblings": ("storage", "prices")}
    found = parsed("package-import", before + _REST, "ImportError", **values)
    assert found == (None if after is None else (after + _REST, True))
    if after is not None:
        assert parsed("package-import", "«" + after + _REST, "ImportError", **values) is None


def test_a_program_of_its_own_may_be_started_by_its_path(parsed: Parsed) -> None:
    source = "«import storage\n\nif __name__ == '__main__':\n    storage.run()\n"
    found = parsed("package-import", source, "ImportError", package=".", siblings=("storage",))
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«from .helpers import x", "from helpers import x"),
        ("«from . import helpers as h, sizes", "import helpers as h, sizes"),
        ("«from .helpers import x\r\nfrom . import sizes", "from helpers import x\r\nimport sizes"),
        ("«from .helpers import x\r\nfrom .other import y", None),
        ("«from . import helpers, CONSTANT", None),
        ("«from ..helpers import x", None),
    ],
)
def test_a_script_imports_without_dots(parsed: Parsed, before: str, after: str | None) -> None:
    values: dict[str, object] = {"beside": ("helpers", "sizes"), "alone": "yes"}
    found = parsed("script-import", before + _REST, "ImportError", **values)
    assert found == (None if after is None else (after + _REST, True))
    again = parsed("script-import", before + _REST, "ImportError", **{**values, "alone": "no"})
    assert again == (None if after is None else (after + _REST, False))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«from os import Path", "from pathlib import Path"),
        ("«from os import Path as P  # é", "from pathlib import Path as P  # é"),
        ("«from os import sep, Path", "from os import sep\r\nfrom pathlib import Path"),
        ("try:\r\n\t«from os import Path, sep\r\nfinally:\r\n\tpass", None),
        ("«from os import (\r\n    sep,  # é\r\n    Path,\r\n)", None),
        ("«from os import Path; x = 1", "from pathlib import Path; x = 1"),
        ("«import os", None),
    ],
)
def test_a_name_from_its_home(outcome: Outcome, before: str, after: str | None) -> None:
    if before.startswith("try"):
        after = "try:\r\n\tfrom os import sep\r\n\tfrom pathlib import Path\r\nfinally:\r\n\tpass"
    found = outcome("home-import", before + _REST, "ImportError", values={"attribute": "Path"}, module="pathlib")
    assert found == (None if after is None else (after + _REST, True))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import xml\n\n«xml.etree.x\n", "import xml.etree\n\nxml.etree.x\n"),
        ("import os, xml  # é\n\n«xml.etree.x\n", "import os, xml.etree  # é\n\nxml.etree.x\n"),
        ("import xml.dom\n\n«xml.etree.x\n", "import xml.dom\nimport xml.etree\n\nxml.etree.x\n"),
        ("import xml as xml_\n\n«xml.etree.x\n", "import xml as xml_\nimport xml.etree\n\nxml.etree.x\n"),
    ],
)
def test_a_submodule(parsed: Parsed, before: str, after: str) -> None:
    assert parsed("import-submodule", before, "ImportError", submodule="xml.etree") == (after, True)


# --- import-later


def _later(tmp_path: Path, source: str, line: int = 1) -> str | None:
    message = "cannot import name 'count' from partially initialized module 'b' (most likely due to a circular import)"
    (tmp_path / "a.py").write_bytes(source.encode())
    (tmp_path / "b.py").write_text("import a\n")
    outer, inner = Frame(str(tmp_path / "b.py"), 1, "<module>"), Frame(str(tmp_path / "a.py"), line, "<module>")
    report = ErrorReport("python", "error", "ImportError", message, Span(1, 1), (outer, inner), inner)
    context = Context(origin="here", folder=str(tmp_path), roots=(str(tmp_path),))
    place = locate(report, context)
    assert place is not None
    assert place.source is not None
    made = registry.apply(Edit("import-later", {}), Request({}, {}, report, place, context))
    if made is None:
        return None
    assert made.file is None
    text = apply_edits(place.source.text, made.edits)
    ast.parse(text)
    return text


def test_an_import_moves_into_the_function(tmp_path: Path) -> None:
    source = (
        "import os\r\nfrom b import count\r\n\r\n\r\ndef f():\r\n\t'''é'''\r\n\treturn count() + count()  # all\r\n"
    )
    after = source.replace("from b import count\r\n", "").replace("\treturn", "\tfrom b import count\r\n\treturn")
    assert _later(tmp_path, source, 2) == after
    assert _later(tmp_path, after, 7) is None


def test_many_functions_take_it_from_the_module(tmp_path: Path) -> None:
    source = "from b import count\n\n" + "".join(f"def f{n}():\n    return count()\n" for n in range(3))
    assert _later(tmp_path, source) == source.replace("from b import count", "import b").replace(
        " count()", " b.count()"
    )


@pytest.mark.parametrize(
    "rest",
    [
        "class A(count): ...\n",
        "def f(x=count): ...\n",
        "def f(x: count): ...\n",
        "@count\ndef f(): ...\n",
        "x = count()\n",
        "def f():\n    return count()\n\nX = f()\n",
        "class A:\n    x = count()\n",
        "def f():\n    count = 1\n",
        "x = 1\n",
    ],
)
def test_an_import_that_is_needed_at_once(tmp_path: Path, rest: str) -> None:
    assert _later(tmp_path, "from b import count\n\n" + rest) is None


def _in_circle(folder: Path, name: str, module: str, files: dict[str, str]) -> Mend:
    """What the recipe makes where `module` is imported before it has the name; the files in the order of the frames."""
    for file, text in files.items():
        (folder / file).write_text(text)
    frames = tuple(Frame(str(folder / file), 1, "<module>") for file in files)
    half = f"partially initialized module '{module}'"
    message = f"cannot import name '{name}' from {half} (most likely due to a circular import)"
    report = ErrorReport("python", "error", "ImportError", message, Span(1, 1), frames, frames[-1])
    context = Context(origin="here", folder=str(folder), roots=(str(folder),))
    place = locate(report, context)
    assert place is not None
    made = registry.apply(Edit("import-later", {}), Request({}, {}, report, place, context))
    assert made is not None
    return made


def test_not_sure_where_the_other_module_runs_at_once(tmp_path: Path) -> None:
    files = {
        "main.py": "import a\n",
        "a.py": "from b import g\nX = g()\n",
        "b.py": "from a import X\ndef g():\n    return X\n",
    }
    assert not _in_circle(tmp_path, "X", "a", files).sure


def test_the_other_file_of_the_circle(tmp_path: Path) -> None:
    files = {
        "main.py": "import b\n",
        "b.py": "from a import A\n\nclass B:\n    def make(self):\n        return A()\n",
        "a.py": "from b import B\n\nclass A(B): ...\n",
    }
    made = _in_circle(tmp_path, "B", "b", files)
    assert made.file == str(tmp_path / "b.py")
    after = apply_edits(files["b.py"], made.edits)
    assert after == "class B:\n    def make(self):\n        from a import A\n        return A()\n"
