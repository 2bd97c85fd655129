"""Package managers, environments, modules and the system's packages, as commands for each shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tracemend.context import Context, Settings, Shell, System
from tracemend.evidence import system as system_facts
from tracemend.fixes import commands
from tracemend.fixes.commands import install, managers
from tracemend.knowledge.model import Command

ODD = 'it\'s $(id) `id` a&b;c "d"'


@pytest.fixture(autouse=True)
def nothing_active(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(install, "_is_managed_by_system", lambda: False)


def made(recipe: str, folder: Path | None = None, roots: tuple[Path, ...] = (), **rest: Any) -> str | None:
    names = ("system", "shell", "command", "trusted", "settings", "interpreter")
    about = {name: rest.pop(name) for name in names if name in rest}
    about.setdefault("system", "linux")
    here = Context(
        origin="here",
        folder=str(folder) if folder else None,
        roots=tuple(map(str, roots or ((folder,) if folder else ()))),
        **about,
    )
    return commands.build(Command(recipe=recipe, arguments=rest), {}, here)


@pytest.mark.parametrize(
    ("files", "dev", "text"),
    [
        ({"uv.lock": ""}, "no", "uv add rich"),
        ({"uv.lock": ""}, "yes", "uv add --dev rich"),
        ({"poetry.lock": ""}, "yes", "poetry add --group dev rich"),
        ({"pdm.lock": ""}, "yes", "pdm add --dev rich"),
        ({"Pipfile": ""}, "yes", "pipenv install --dev rich"),
        ({"pyproject.toml": "[tool.poetry]\nname = 'a'\n"}, "no", "poetry add rich"),
        ({"pyproject.toml": "[project]\nname = 'a'\n[tool.uv]\ndev-dependencies = []\n"}, "no", "uv add rich"),
        ({"pyproject.toml": "[[tool.uv.index]]\nname = 'a'\n"}, "no", "uv add rich"),
        ({"pyproject.toml": "[tool.pdm.scripts]\na = 'b'\n"}, "no", "pdm add rich"),
        ({"pyproject.toml": "[tool.pdm.version]\nsource = 'scm'\n"}, "no", "python3 -m pip install rich"),
        ({"pyproject.toml": "[tool.uv.build-backend]\nmodule-root = ''\n"}, "no", "python3 -m pip install rich"),
        ({"pyproject.toml": "[tool.poetry]\n[tool.uv]\n"}, "no", "python3 -m pip install rich"),
        ({"pyproject.toml": "[tool.ruff]\n"}, "yes", "python3 -m pip install rich"),
        ({"requirements.txt": "rich\n"}, "no", "python3 -m pip install rich"),
    ],
)
def test_the_projects_manager(tmp_path: Path, files: dict[str, str], dev: str, text: str) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    assert made("install", tmp_path, distribution="rich", dev=dev) == text


def test_the_nearest_folder_decides(tmp_path: Path) -> None:
    (tmp_path / "poetry.lock").write_text("")
    inner = tmp_path / "tools"
    inner.mkdir()
    assert made("install", inner, (tmp_path,), distribution="rich") == "poetry add rich"
    (inner / "uv.lock").write_text("")
    assert made("install", inner, (tmp_path,), distribution="rich") == "uv add rich"
    assert made("install", inner, (tmp_path,), distribution="rich", trusted=False) == "python3 -m pip install rich"
    off = Settings(evidence=False)
    assert made("install", inner, (tmp_path,), distribution="rich", settings=off) == "python3 -m pip install rich"


def test_extras_and_versions_are_one_word(tmp_path: Path) -> None:
    (tmp_path / "poetry.lock").write_text("")
    assert made("install", tmp_path, distribution="rich[jupyter]>=13") == "poetry add 'rich[jupyter]>=13'"
    assert made("install", tmp_path, distribution="rich[jupyter]>=13", shell="powershell") == (
        "poetry add 'rich[jupyter]>=13'"
    )
    assert made("install", tmp_path, distribution="rich>=13", shell="cmd") == 'poetry add "rich>=13"'


@pytest.mark.skipif(sys.platform == "win32", reason="the folders are those of POSIX")
def test_pip_of_the_active_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    active = tmp_path / "conda env"
    (active / "bin").mkdir(parents=True)
    (active / "bin" / "python").write_text("")
    (active / "conda-meta").mkdir()
    site = active / "lib" / "python3.12" / "site-packages"
    site.mkdir(parents=True)
    elsewhere = tmp_path / "work"
    elsewhere.mkdir()
    monkeypatch.setenv("CONDA_PREFIX", str(active))
    python = shlex.quote(str(active / "bin" / "python"))
    assert made("install", elsewhere, distribution="rich") == (
        f"conda install --prefix {shlex.quote(str(active))} pip && {python} -m pip install rich"
    )
    (site / "pip").mkdir()
    assert made("install", elsewhere, distribution="rich") == f"{python} -m pip install rich"
    monkeypatch.setenv("CONDA_PREFIX", "relative")
    assert managers.active_environment() is None
    monkeypatch.delenv("CONDA_PREFIX")
    assert made("install", elsewhere, distribution="rich") == "python3 -m pip install rich"


@pytest.mark.parametrize(
    ("system", "shell", "text"),
    [
        ("linux", "bash", "source .venv/bin/activate"),
        ("macos", "zsh", "source .venv/bin/activate"),
        ("linux", "sh", ". .venv/bin/activate"),
        ("linux", "fish", "source .venv/bin/activate.fish"),
        ("linux", "powershell", ".venv/bin/Activate.ps1"),
        ("windows", "powershell", ".venv\\Scripts\\Activate.ps1"),
        ("windows", "cmd", ".venv\\Scripts\\activate.bat"),
        ("windows", "bash", "source .venv/Scripts/activate"),
    ],
)
def test_an_environment_is_activated(system: System, shell: Shell, text: str) -> None:
    assert made("activate-venv", system=system, shell=shell, venv=".venv") == text


def test_an_odd_folder_stays_one_word(tmp_path: Path) -> None:
    assert shlex.split(made("activate-venv", venv=ODD, shell="bash") or "") == ["source", f"{ODD}/bin/activate"]
    assert made("activate-venv", venv="a 'b' $c", system="windows", shell="powershell") == (
        "& 'a ''b'' $c\\Scripts\\Activate.ps1'"
    )
    assert made("activate-venv", venv="a & b", system="windows", shell="cmd") == '"a & b\\Scripts\\activate.bat"'
    assert made("activate-venv", venv="%a%", system="windows", shell="cmd") is None
    assert made("activate-venv", venv="a\nb") is None
    assert made("activate-venv", venv="-x") is None


@pytest.mark.skipif(sys.platform == "win32", reason="the folders are those of POSIX")
def test_what_is_no_environment_is_not_activated(tmp_path: Path) -> None:
    (tmp_path / "usr").mkdir()
    assert made("activate-venv", tmp_path, venv=str(tmp_path / "usr")) is None
    (tmp_path / "usr" / "conda-meta").mkdir()
    assert made("activate-venv", tmp_path, venv="usr") == "conda activate ./usr"
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    assert made("activate-venv", tmp_path, venv="e") == "source e/bin/activate"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "sh"])
def test_the_shell_uses_it_from_then_on(tmp_path: Path, shell: Shell) -> None:
    import shutil

    if sys.platform == "win32" or shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    folder = tmp_path / "my env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    line = made("activate-venv", tmp_path, venv="my env", shell=shell)
    done = subprocess.run(
        [shell, "-c", f"{line}; command -v python"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == str(folder / "bin" / "python"), done.stderr


@pytest.mark.parametrize(
    ("command", "text"),
    [
        (None, "python3 -m shop.report"),
        ("python shop/report.py", "python -m shop.report"),
        ("python3 -X dev -Bu shop/report.py --day 3 'a b'", "python3 -X dev -Bu -m shop.report --day 3 'a b'"),
        ("/usr/bin/python3.12 shop/report.py", "/usr/bin/python3.12 -m shop.report"),
        ("python shop/report.py | less", "python3 -m shop.report"),
        ("python shop/report.py > out.txt", "python3 -m shop.report"),
        ("uv run shop/report.py", "python3 -m shop.report"),
        ("python -Q new shop/report.py", "python3 -m shop.report"),
        ("python 'unclosed", "python3 -m shop.report"),
        ("python $FILE", "python3 -m shop.report"),
    ],
)
def test_a_file_of_a_package_is_started_as_a_module(tmp_path: Path, command: str | None, text: str) -> None:
    assert made("run-module", tmp_path, module="shop.report", root=str(tmp_path), command=command) == text


def test_it_is_started_from_the_packages_folder(tmp_path: Path) -> None:
    inner = tmp_path / "shop"
    inner.mkdir()
    about: dict[str, Any] = {"module": "shop.report", "root": str(tmp_path)}
    assert made("run-module", inner, (tmp_path,), **about) == "cd .. && python3 -m shop.report"
    assert made("run-module", inner, (tmp_path,), command="python report.py", **about) == (
        "cd .. && python -m shop.report"
    )
    assert made("run-module", inner, (tmp_path,), shell="powershell", **about) == (
        "cd ..; if ($?) { python3 -m shop.report }"
    )
    (inner / "data.csv").write_text("")
    assert made("run-module", inner, (tmp_path,), command="python report.py data.csv", **about) is None
    assert made("run-module", inner, (tmp_path,), command="./bin/python report.py", **about) is None
    assert made("run-module", inner, module="a b", root=str(tmp_path)) is None
    assert made("run-module", inner, module="a", root="relative") is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("install chromium", "python3 -m playwright install chromium"),
        ("install --with-deps", "python3 -m playwright install --with-deps"),
        ("install $(id)", None),
        ("install a;b", None),
    ],
)
def test_a_module_of_the_environment_is_run(words: str, text: str | None) -> None:
    assert made("python-module", module="playwright", words=words) == text
    assert made("python-module", module="not a module", words=words) is None
    script = made("python-module", script="manage.py", words=words)
    assert script == (text and text.replace("-m playwright", "manage.py"))
    assert made("python-module", script="a b.py", words=words) is None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such manager")
@pytest.mark.parametrize(
    ("manager", "text"),
    [
        ("apt", "apt-get install libpq-dev"),
        ("dnf", "dnf install libpq-dev"),
        ("zypper", "zypper install libpq-dev"),
        ("pacman", "pacman -S --needed libpq-dev"),
        ("apk", "apk add libpq-dev"),
    ],
)
def test_the_systems_package(monkeypatch: pytest.MonkeyPatch, manager: str, text: str) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert made("system-package", package="libpq-dev", manager=manager) == f"sudo {text}"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert made("system-package", package="libpq-dev", manager=manager) == text
    assert made("system-package", package="libpq", manager="brew") == "brew install libpq"
    assert made("system-package", package="-y", manager=manager) is None
    assert made("system-package", package="a b", manager=manager) is None
    assert made("system-package", package="a", manager="choco") is None


@pytest.mark.parametrize(
    ("text", "manager"),
    [
        ('ID=debian\nNAME="Debian"\n', "apt"),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf"),
        ("ID=opensuse-leap\nID_LIKE='suse opensuse'\n", "zypper"),
        ("ID=manjaro\nID_LIKE=arch\n", "pacman"),
        ("ID=alpine\n", "apk"),
        ("ID=nixos\n", None),
    ],
)
def test_the_systems_manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, manager: str | None) -> None:
    release = tmp_path / "os-release"
    release.write_text(text)
    monkeypatch.setattr(system_facts, "OS_RELEASE", str(release))
    assert system_facts.system_manager(Context(system="linux")) == manager
    assert system_facts.system_manager(Context(system="macos")) == "brew"
    assert system_facts.system_manager(Context(system="windows")) is None


def test_a_program_of_a_package_runs_by_its_command(program: Any) -> None:
    """The fact names module and folder, the recipe makes the line, and the line runs."""
    from tracemend.evidence.fact import Inquiry
    from tracemend.evidence.packages import file_in_package
    from tracemend.source.place import locate

    started = program("from .sizes import SIZE\nprint(SIZE)\n", "shop_report.py")
    folder = started.path.parent / "shop" / "tools"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder.parent / "__init__.py").write_text("")
    (folder / "sizes.py").write_text("SIZE = 12\n")
    started.path = started.path.rename(folder / "report.py")
    report, _ = started.report(started.run().stderr)
    top = str(folder.parent.parent)
    for inner in (str(folder), top):
        context = Context(origin="here", folder=inner, roots=(top,), system="linux", shell="sh")
        place = locate(report, Context(origin="here", folder=str(folder), roots=(top,)))
        found = file_in_package(Inquiry(None, {}, {}, report, place, context))
        assert dict(found.values) == {"dotted": "shop.tools.report", "package-root": top}
        words = Command(recipe="run-module", arguments={"module": "{dotted}", "root": "{package-root}"})
        line = commands.build(words, found.values, context)
        assert line is not None
        line = line.replace("python3", sys.executable)
        done = subprocess.run(["sh", "-c", line], cwd=inner, capture_output=True, text=True, timeout=60)
        assert done.stdout == "12\n", done.stderr
    narrow = Context(origin="here", folder=str(folder), roots=(str(folder),))
    assert file_in_package(Inquiry(None, {}, {}, report, place, narrow)).holds is None


@pytest.mark.parametrize(
    ("notes", "module", "stubs"),
    [
        (('Hint: "python3 -m pip install types-six"',), "six", "types-six"),
        ((), "yaml", "types-PyYAML"),
        ((), "google.protobuf.message", "types-protobuf"),
        ((), "unheard_of", None),
    ],
)
def test_the_stubs_of_a_module(notes: tuple[str, ...], module: str, stubs: str | None) -> None:
    from tracemend.evidence.fact import Inquiry
    from tracemend.evidence.stubs import stubs_known
    from tracemend.reading.report import ErrorReport, Span

    report = ErrorReport("mypy", "error", None, "", Span(1, 1), notes=notes)
    found = stubs_known(Inquiry(module, {}, {}, report, None, Context()))
    assert found.values.get("stubs") == stubs


@pytest.mark.parametrize(
    ("name", "package"), [("Python.h", "python3-dev"), ("include/zlib.h", "zlib1g-dev"), ("unheard.h", None)]
)
def test_the_package_of_a_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str | None
) -> None:
    from tracemend.evidence.fact import Inquiry
    from tracemend.reading.report import ErrorReport, Span

    release = tmp_path / "os-release"
    release.write_text("ID=debian\n")
    monkeypatch.setattr(system_facts, "OS_RELEASE", str(release))
    report = ErrorReport("gcc", "error", None, "", Span(1, 1))
    inquiry = Inquiry(name, {}, {}, report, None, Context(system="linux"))
    assert system_facts.system_package_known(inquiry).values.get("system-package") == package
