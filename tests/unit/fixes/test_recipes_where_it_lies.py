"""`where-it-lies`: a path's literals become what lies in the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Program

HERE = "from pathlib import Path\nHERE = Path(__file__).parent  # é\n"
OS = "import os\nHERE = os.path.dirname(os.path.abspath(__file__))\n"
Writes = Callable[..., Program]


def _mend(program: Writes, folder: Path, source: str, lies: str, missing: str) -> tuple[str, bool] | None:
    from tracemend.fixes import registry
    from tracemend.fixes.recipe import Request, apply_edits
    from tracemend.knowledge.model import Edit
    from tracemend.source.place import locate

    file = folder / lies
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("hi", "utf-8")
    made = program(source)
    report, context = made.report(made.run().stderr)
    place = locate(report, context)
    assert place is not None
    assert place.source is not None
    values = {"path": missing.replace("@", str(folder)), "lies": str(file)}
    mend = registry.apply(Edit("where-it-lies", {}), Request({}, values, report, place, context))
    if mend is None:
        return None
    text = apply_edits(place.source.text, mend.edits)
    made.path.write_bytes(text.encode())
    assert made.run().stdout.endswith("hi\n")
    return text, mend.sure


@pytest.mark.parametrize(
    ("source", "missing", "lies", "old", "new"),
    [
        (HERE + "print((HERE / 'a.txt').read_text())\n", "@/a.txt", "data/a.txt", "'a.txt'", "'data' / 'a.txt'"),
        (HERE + 'print(open(HERE / "x" / "a.txt").read())\n', "@/x/a.txt", "a.txt", '"x" / ', ""),
        (HERE + 'print(open(HERE / "x" / "a.txt").read())\n', "@/x/a.txt", "y/a.txt", '"x"', '"y"'),
        (HERE + 'print(open(HERE / "x/a.txt").read())\n', "@/x/a.txt", "y/z/a.txt", '"x/a.txt"', '"y/z/a.txt"'),
        (HERE + 'X = HERE / "x"\nprint(open(X / "a.txt").read())\n', "@/x/a.txt", "y/a.txt", '"x"', '"y"'),
        (OS + 'print(open(os.path.join(HERE, "a.txt")).read())\n', "@/a.txt", "d/a.txt", '"a.txt"', '"d", "a.txt"'),
        (HERE + 'print(HERE.joinpath("a.txt").read_text())\n', "@/a.txt", "d/a.txt", '"a.txt"', '"d", "a.txt"'),
        ('print(open("a.txt").read())\n', "a.txt", "d/a.txt", "a.txt", "d/a.txt"),
        ('print(open("./a.txt").read())\n', "./a.txt", "d/a.txt", "a.txt", "d/a.txt"),
        ('def f(p):\n    return open(p).read()\n\n\nprint(f("a.txt"))\n', "a.txt", "d/a.txt", "a.txt", "d/a.txt"),
        ('NAME = "A.TXT"\nprint(open(NAME).read())\n', "A.TXT", "a.txt", "A.TXT", "a.txt"),
        (
            'from pathlib import Path\nprint(Path(__file__).with_name("a.txt").read_text())\n',
            "@/a.txt",
            "d/a.txt",
            'Path(__file__).with_name("a.txt")',
            '(Path(__file__).parent / "d" / "a.txt")',
        ),
        (
            'from pathlib import Path\nP = Path(__file__).with_name("a.txt")\nprint(P.read_text())\n',
            "@/a.txt",
            "d/a.txt",
            'Path(__file__).with_name("a.txt")',
            'Path(__file__).parent / "d" / "a.txt"',
        ),
    ],
)
def test_the_path_as_it_lies(
    program: Writes, tmp_path: Path, source: str, missing: str, lies: str, old: str, new: str
) -> None:
    found = _mend(program, tmp_path, source, lies, missing)
    assert found == (source.replace(old, new, 1), True)


@pytest.mark.parametrize(
    ("source", "missing", "lies"),
    [
        ('open("x/a.txt", "w")\n', "x/a.txt", "y/a.txt"),
        ('import os\nopen(os.environ.get("NONE", "a") + ".txt")\n', "a.txt", "d/a.txt"),
        (HERE + 'open(HERE.parent / "nothing-here.txt")\n', "@/../nothing-here.txt", "nothing-here.txt"),
        ('import sys\nname = f"{len(sys.argv)}.txt"\nopen(name)\n', "1.txt", "d/1.txt"),
    ],
)
def test_where_it_does_not_apply(program: Writes, tmp_path: Path, source: str, missing: str, lies: str) -> None:
    assert _mend(program, tmp_path, source, lies, missing) is None


def test_what_the_program_writes_itself(program: Writes, tmp_path: Path) -> None:
    source = 'def save():\n    open("a.txt", "w").write("x")\n\n\nprint(open("a.txt").read())\n'
    found = _mend(program, tmp_path, source, "d/a.txt", "a.txt")
    assert found is not None
    assert found[1] is False
