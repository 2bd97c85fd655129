"""Facts about modules, in environments that `venv` really made."""

from __future__ import annotations

import os
import sys
import venv
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.evidence import registry
from tracemend.evidence.fact import Inquiry
from tracemend.evidence.interpreters import environment_of, modules, virtual_environment
from tracemend.knowledge import tables
from tracemend.knowledge.model import Clause
from tracemend.reading.report import ErrorReport, Frame, Span

from .conftest import look


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an environment in `.venv`, in which `requests`, `yaml`, `fast` and a package to edit are."""
    folder = tmp_path_factory.mktemp("project")
    venv.create(folder / ".venv", with_pip=False, symlinks=sys.platform != "win32")
    site = site_packages(folder / ".venv")
    (site / "requests").mkdir()
    (site / "requests" / "__init__.py").write_text("")
    (site / "requests" / "adapters.py").write_text("")
    (site / "requests-2.32.3.dist-info").mkdir()
    (site / "six.py").write_text("")
    (site / "fast.cpython-311-x86_64-linux-gnu.so").write_bytes(b"")
    (folder / "src" / "mine").mkdir(parents=True)
    (folder / "src" / "mine" / "__init__.py").write_text("")
    (site / "_mine.pth").write_text(f"{folder / 'src'}\n")
    (site / "__editable___tool_1_0_finder.py").write_text(
        "MAPPING: dict[str, str] = {'tool': '/src/tool'}\nNAMESPACES = {}\n"
    )
    (site / "__editable__.tool-1.0.pth").write_text(
        "import __editable___tool_1_0_finder; __editable___tool_1_0_finder.install()\n"
    )
    return folder


def site_packages(environment: Path) -> Path:
    if sys.platform == "win32":
        return environment / "Lib" / "site-packages"
    return environment / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables with a few names, in place of the shipped ones."""
    rows = {
        "module-distribution": {"cv2": "opencv-python", "requests": "requests", "google.protobuf": "protobuf"},
        "command-distribution": {"jupyter": "notebook"},
        "name-import": {"np": "import numpy as np", "Path": "from pathlib import Path"},
    }
    monkeypatch.setattr(tables, "table", lambda name: rows[name])


@pytest.mark.parametrize("module", ["requests", "requests.adapters", "six", "fast", "mine", "tool", "json"])
def test_installed(project: Path, module: str) -> None:
    assert look("module-installed", module, folder=project).holds is True
    assert look("module-not-installed", module, folder=project).holds is False


@pytest.mark.parametrize("module", ["numpy", "requests.nothing", "adapters", "mine2"])
def test_not_installed(project: Path, module: str) -> None:
    found = look("module-not-installed", module, folder=project)
    assert found.holds is True
    assert found.seen is not None
    assert found.seen.startswith(f"{module} is not installed in ")
    assert f"(Python {sys.version_info[0]}.{sys.version_info[1]})" in found.seen
    assert look("module-installed", module, folder=project).holds is False


def test_nothing_is_known_without_an_interpreter(tmp_path: Path) -> None:
    assert look("module-not-installed", "numpy", folder=tmp_path).holds is None
    assert look("module-not-installed", "numpy", interpreter=tmp_path / "python").holds is None


@pytest.mark.parametrize("value", [None, "", "a b", "../x", "a..b", "1a", "x" * 5_000, "a\n"])
def test_what_is_no_module(project: Path, value: str | None) -> None:
    for name in ("module-installed", "module-not-installed", "distribution-known", "similar-module", "module-local"):
        assert look(name, value, folder=project).holds is None


def test_the_workspaces_interpreter_comes_before_its_folder(project: Path, tmp_path: Path) -> None:
    python = tmp_path / "other" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    venv.create(tmp_path / "other", with_pip=False, symlinks=sys.platform != "win32")
    found = look("module-not-installed", "requests", folder=project, interpreter=python)
    assert found.holds is True
    other = look("module-in-other-environment", "requests", folder=project, interpreter=python)
    assert other.holds is True
    assert other.values["environment"] == str(project / ".venv")
    assert str(other.values["environment-python"]).startswith(str(project / ".venv"))


def test_the_environment_that_the_traceback_shows_comes_first(project: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env2", with_pip=False, symlinks=sys.platform != "win32")
    shown = Frame(str(site_packages(tmp_path / "env2") / "click" / "core.py"), 1)
    found = look("module-not-installed", "requests", folder=project, frames=(shown,))
    assert found.holds is True
    assert found.values == {"environment": str(tmp_path / "env2")}


def test_an_interpreter_that_is_no_environment() -> None:
    found = environment_of(sys.base_prefix + "/bin/python3")
    if found is None:
        pytest.skip("the interpreter lies elsewhere")
    assert not found.virtual
    assert "pip" in modules(found)


def test_an_environment_is_looked_at_again_when_it_has_changed(tmp_path: Path) -> None:
    venv.create(tmp_path / ".venv", with_pip=False, symlinks=sys.platform != "win32")
    assert look("module-installed", "later", folder=tmp_path).holds is False
    (site_packages(tmp_path / ".venv") / "later").mkdir()
    assert look("module-installed", "later", folder=tmp_path).holds is True


def test_a_folder_that_is_no_environment(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    assert virtual_environment(str(tmp_path / ".venv")) is None
    assert look("venv-here", folder=tmp_path).holds is False
    assert look("venv-here").holds is None


def test_the_environment_here(project: Path) -> None:
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    found = look("venv-here", folder=project)
    assert found.values["venv"] == ".venv"
    assert str(found.values["venv-python"]).startswith(str(Path(".venv", scripts, "python")))
    below = look("venv-here", folder=project / "src", roots=(str(project),))
    assert below.values["venv"] == str(project / ".venv")
    only_root = look("venv-here", roots=(str(project),))
    assert only_root.values["venv"] == str(project / ".venv")
    elsewhere = look("venv-here", folder=project.parent, roots=(str(project),))
    assert elsewhere.values["venv"] == f"{project.name}/.venv".replace("/", os.sep)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts have other names there")
def test_a_script_of_the_environment(project: Path) -> None:
    (project / ".venv" / "bin" / "jupyter").write_text("#!/bin/sh\n")
    found = look("script-in-venv", "jupyter", folder=project)
    assert (found.holds, found.values["venv-script"]) == (True, ".venv/bin/jupyter")
    assert look("script-in-venv", "jupiter", folder=project).holds is False
    assert look("script-in-venv", "../python", folder=project).holds is None


@pytest.mark.usefixtures("known")
def test_distribution() -> None:
    assert look("distribution-known", "cv2").values == {"distribution": "opencv-python"}
    assert look("distribution-known", "google.protobuf.message").values == {"distribution": "protobuf"}
    assert look("distribution-known", "json").holds is False
    unknown = look("distribution-known", "frobnicate")
    assert unknown.values == {"distribution": "frobnicate"}
    assert unknown.seen is not None
    assert unknown.seen.startswith("Nobody has reviewed")
    near = look("distribution-known", "reqeusts")
    assert (near.holds, dict(near.values)) == (None, {}), "a slip of a known name must not be installed"


@pytest.mark.usefixtures("known")
def test_similar_module(project: Path) -> None:
    assert look("similar-module", "reqests", folder=project).values == {"similar": "requests"}
    assert look("similar-module", "colections.abc").values == {"similar": "collections.abc"}
    assert look("similar-module", "json").holds is False
    assert look("similar-module", "xyzzyplugh").holds is False


def test_a_file_that_hides_a_module(project: Path, tmp_path: Path) -> None:
    program = tmp_path / "game.py"
    program.write_text("import random\n")
    assert look("module-shadowed-by-local-file", "random", source=program).holds is False
    (tmp_path / "random.py").write_text("")
    found = look("module-shadowed-by-local-file", "random", source=program)
    assert (found.holds, found.values) == (True, {"shadow": str(tmp_path / "random.py")})
    (tmp_path / "helpers.py").write_text("")
    assert look("module-shadowed-by-local-file", "helpers", source=program).holds is False


@pytest.mark.parametrize(
    ("file", "holds"),
    [
        ("/home/dev/game/random.py", True),
        (r"C:\\Users\\dev\\game\\random.py", True),
        ("/usr/lib/python3.12/random.py", False),
        (r"C:\\Python312\\Lib\\random.py", False),
        ("/home/dev/.venv/lib/python3.12/site-packages/random.py", False),
        ("unknown location", None),
    ],
)
def test_the_file_that_the_message_names(file: str, holds: bool | None) -> None:
    report = ErrorReport("python", "error", "ImportError", "cannot import name", Span(1, 1))
    inquiry = Inquiry("random", {}, {"module": "random", "file": file}, report, None, Context(folder="/"), looks=False)
    found = registry.ask(Clause("module-shadowed-by-local-file", "module"), inquiry)
    assert found.holds is holds


def test_what_is_installed_for_editing_hides_nothing(project: Path) -> None:
    program = project / "src" / "run.py"
    program.write_text("import mine\n")
    assert look("module-shadowed-by-local-file", "mine", source=program, folder=project).holds is False
    (project / "src" / "six.py").write_text("")
    found = look("module-shadowed-by-local-file", "six", source=program, folder=project)
    assert found.values == {"shadow": str(project / "src" / "six.py")}


def test_a_module_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "lib" / "deep").mkdir(parents=True)
    (tmp_path / "lib" / "deep" / "helpers.py").write_text("")
    (tmp_path / "node_modules" / "x").mkdir(parents=True)
    (tmp_path / "node_modules" / "x" / "other.py").write_text("")
    found = look("module-local", "helpers.sub", roots=(str(tmp_path),))
    assert (found.holds, found.values) == (True, {"where": str(tmp_path / "lib" / "deep")})
    assert look("module-local", "other", roots=(str(tmp_path),)).holds is False
    assert look("module-local", "helpers").holds is None


def test_a_large_workspace_is_looked_at_only_for_a_while(tmp_path: Path) -> None:
    import time

    for number in range(300):
        (tmp_path / f"p{number}" / "a" / "b").mkdir(parents=True)
    before = time.perf_counter()
    look("module-local", "helpers", roots=(str(tmp_path),))
    assert time.perf_counter() - before < 1.0


@pytest.mark.usefixtures("known")
def test_commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tool = tmp_path / "frobtool"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform != "win32":
        assert look("command-installed", "frobtool").values == {"command-path": str(tool)}
    found = look("command-installed", "jupyter")
    assert (found.holds, found.seen) == (False, "jupyter is in no folder that PATH names.")
    assert look("command-provided-by", "jupyter").values == {"distribution": "notebook"}
    assert look("command-provided-by", "frobnicate").holds is None
    assert look("similar-command", "frobtol").values == {"similar": "frobtool"}
    for value in ("-rf", "a b", "a;b", ""):
        assert look("command-installed", value).holds is None


@pytest.mark.usefixtures("known")
def test_name_from_a_module() -> None:
    assert look("name-is-module", "json").values == {"import": "import json", "module": "json"}
    assert look("name-is-module", "np").values == {"import": "import numpy as np", "module": "numpy"}
    assert look("name-is-module", "Path").values == {"import": "from pathlib import Path", "module": "pathlib"}
    assert look("name-is-module", "frobnicate").holds is None  # a library's, or the program's own: no line says which


def test_context_needs_nothing() -> None:
    from tracemend.evidence.environment import MACHINE_VALUES, machine_values

    values = machine_values(Context())
    assert set(values) <= set(MACHINE_VALUES)
    assert values["user"]


def test_a_known_package_is_not_taken_for_a_slip_of_another(tmp_path: Path) -> None:
    for name in ("typer", "httpx", "redis", "toml", "pytz", "ujson", "xarray", "lxml"):
        assert look("similar-module", name, folder=tmp_path).holds is False, name
        assert look("distribution-known", name, folder=tmp_path).values == {"distribution": name}


def test_a_module_of_the_project_is_nearer_than_a_known_one(tmp_path: Path) -> None:
    (tmp_path / "jsom.py").write_text("")
    (tmp_path / "shop_tools.py").write_text("")
    (tmp_path / "prices").mkdir()
    (tmp_path / "prices" / "__init__.py").write_text("")
    assert look("similar-module", "shop_tool", folder=tmp_path).values == {"similar": "shop_tools"}
    assert look("similar-module", "price", folder=tmp_path).values == {"similar": "prices"}
    assert look("similar-module", "jso", folder=tmp_path).values == {"similar": "jsom"}
    assert look("similar-module", "shop_tools", folder=tmp_path).holds is False


def test_a_command_that_is_a_module() -> None:
    assert look("command-is-module", "pip3").values == {"started-module": "pip"}
    assert look("command-is-module", "venvScriptsactivate.bat").holds is False
