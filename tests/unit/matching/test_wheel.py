"""The wheel holds the knowledge and its index, and works outside of the repository."""

from __future__ import annotations

import json
import marshal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from raw_client import Client
from tracemend.matching.record import KINDS
from tracemend.matching.store import Stored

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys, pathlib
sys.path = [entry for entry in sys.path if entry]
import tracemend
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.reading.report import ErrorReport, Hints, Span
pack = builtin_pack()
assert pathlib.Path(tracemend.__file__).parent in pack.folder.parents, pack.folder
opened = Library.open([pack], pathlib.Path(sys.argv[1]))
assert not {"yaml", "cattrs"} & set(sys.modules)
assert not pathlib.Path(sys.argv[1]).exists(), "the shipped index is not used"
report = ErrorReport("python", "error", "PermissionError", "[Errno 13] Permission denied: 'a'", Span(1, 1))
for id in opened.ids():
    assert opened.entry(id).id == id
from tracemend.knowledge import tables
assert tables.module_distributions()["cv2"] == "opencv-python"
assert "yaml" not in sys.modules
print(opened.match(report, Hints())[0].entry, len(opened.ids()), opened.faults)
"""


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def contents(wheel: Path) -> dict[str, bytes]:
    """The files below `tracemend/data/`, and the package's marks."""
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist() if name.startswith("tracemend/")}


@pytest.mark.slow
def test_the_wheel_works_alone(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    held = contents(wheel)
    yaml = [file.relative_to(ROOT / "knowledge") for file in (ROOT / "knowledge").rglob("*.yaml")]
    yaml = [file for file in yaml if not any("." in part for part in file.parent.parts)]  # a proof's own files
    entries = {f"tracemend/data/{file.as_posix()}" for file in yaml}
    shipped = {name for name in held if name.startswith("tracemend/data/")}
    assert entries <= shipped
    assert "tracemend/data/index.bin" in shipped
    assert {name for name in shipped if name.endswith(".marshal")} == {
        name.replace(".yaml", ".marshal") for name in entries if "/tables/" in name
    }
    assert "tracemend/py.typed" in held
    assert not [name for name in shipped if name.endswith(".py")]
    assert len(held) == len({name.lower() for name in held})

    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = tmp_path / "venv" / folder / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    printed = run(python, "-c", PROGRAM, tmp_path / "cache", cwd=tmp_path)
    ids = [file for file in yaml if file.parts[0] not in ("shared", "tables")]
    assert printed.split() == ["python.os.permission-denied", str(len(ids)), "()"]

    (tmp_path / "out.txt").write_text("PermissionError: [Errno 13] Permission denied: 'a.csv'\n")
    command = str(tmp_path / "venv" / folder / "tracemend")
    done = subprocess.run(
        [command, "scan", "--format", "json", "out.txt"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["entry"] == "python.os.permission-denied"
    assert len(run(command, "knowledge", "list", cwd=tmp_path).splitlines()) == len(ids)

    assert run(command, "knowledge", "check", cwd=tmp_path) == ""
    done = subprocess.run([command, "serve", "--ws", "127.0.0.1:0"], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "tracemend: --ws needs the extra `ws`: pip install 'tracemend[ws]'\n")

    client = Client([command, "serve"])
    client.initialize(tmp_path)
    text = (tmp_path / "out.txt").read_text()
    answer = client.request(
        "workspace/executeCommand", {"command": "tracemend.diagnoseText", "arguments": [{"text": text}]}
    )
    client.stop()
    assert answer["diagnoses"][0]["entry"] == "python.os.permission-denied"
    (installed,) = (tmp_path / "venv").rglob("site-packages/tracemend")
    run(python, "-m", "compileall", "-q", "-f", installed, cwd=tmp_path)


@pytest.mark.slow
def test_the_source_distribution_makes_the_same_wheel(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--sdist", "--wheel", "--outdir", tmp_path / "direct", ROOT, cwd=tmp_path)
    (sdist,) = (tmp_path / "direct").glob("*.tar.gz")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path / "from", sdist, cwd=tmp_path)
    (direct,), (made,) = (tmp_path / "direct").glob("*.whl"), (tmp_path / "from").glob("*.whl")
    first, second = contents(direct), contents(made)
    name = "tracemend/data/index.bin"
    assert knowledge(first.pop(name)) == knowledge(second.pop(name))
    marshals = [key for key in first if key.endswith(".marshal")]
    assert [marshal.loads(first.pop(key)) for key in marshals] == [marshal.loads(second.pop(key)) for key in marshals]
    assert first == second


def knowledge(index: bytes) -> object:
    """What an index holds. Its bytes depend on which texts the building process happened to share."""
    stored = Stored.of_bytes(index)
    head = {key: stored.head[key] for key in ("ids", "disabled", "faults", "bases", *KINDS)}
    return head, [stored.body(number) for number in range(len(head["ids"]))]
