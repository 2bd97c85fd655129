"""`template-loader`: on folders that are really there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.source.place import locate

from .conftest import Program

CODE = 'env = Environment(loader=FileSystemLoader("{folder}"))  # é\r\n\r\npage = env.get_template("{name}")\t#\r\n'


def _mended(
    program: Callable[..., Program], tmp_path: Path, code: str, name: str, started: str | None = None
) -> str | None:
    written = program("")
    written.path.write_bytes(code.encode())
    frame = f'  File "{written.path}", line 3, in <module>\n    {code.splitlines()[2]}\n'
    printed = f"Traceback (most recent call last):\n{frame}"
    report, _ = written.report(f"{printed}jinja2.exceptions.TemplateNotFound: {name}\n")
    context = Context(origin="here", folder=started or str(tmp_path), roots=(str(tmp_path),))
    place = locate(report, context)
    assert place is not None
    assert place.source is not None
    made = registry.apply(Edit("template-loader", {}), Request({}, {}, report, place, context))
    return None if made is None else apply_edits(place.source.text, made.edits)


@pytest.fixture(autouse=True)
def templates(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.txt").write_text("Hello")


@pytest.mark.parametrize(
    ("folder", "name"), [("template", "page.txt"), ("templtaes", "page.txt"), ("templates", "pgae.txt")]
)
def test_folder_and_name_are_written_as_on_disk(
    program: Callable[..., Program], tmp_path: Path, folder: str, name: str
) -> None:
    code = CODE.format(folder=folder, name=name)
    after = CODE.format(folder="templates", name="page.txt")
    assert _mended(program, tmp_path, code, name) == after
    assert _mended(program, tmp_path, after, name) is None


def test_the_folder_starts_at_the_program(program: Callable[..., Program], tmp_path: Path) -> None:
    code = CODE.format(folder="templates", name="page.txt")
    made = _mended(program, tmp_path, code, "'page.txt' not found in search path: 'templates'", str(tmp_path.parent))
    assert made == "from pathlib import Path\r\n\r\n" + code.replace(
        '"templates"', 'Path(__file__).parent / "templates"'
    )


@pytest.mark.parametrize(
    ("folder", "name"),
    [("views", "page.txt"), ("templates", "cart.txt"), ("template", "cart.txt"), ("/srv/templates", "page.txt")],
)
def test_what_is_not_there_is_not_guessed(
    program: Callable[..., Program], tmp_path: Path, folder: str, name: str
) -> None:
    assert _mended(program, tmp_path, CODE.format(folder=folder, name=name), name) is None
