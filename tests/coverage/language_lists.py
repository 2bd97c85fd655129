"""Makes the lists of language.py anew, from Pythons, their documentation and the stubs that mypy brings.

    python tests/coverage/language.py --write CPYTHON [PYTHON...]

CPYTHON is a folder of CPython's source (Doc/library, Doc/whatsnew and PC are read, as far as they are there), each
PYTHON an interpreter, 3.7 and later, the oldest first. What no interpreter here can say (3.14) the stubs say: what
stands there under `sys.version_info`. Run on Linux: the numbers of `errno` are Linux's.
"""

from __future__ import annotations

import ast
import collections.abc
import errno
import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIRST, LAST = 8, 14
"""The minor versions whose removals are listed; the last is the newest that is supported."""

ELSEWHERE = {
    "EQFULL": (106, "Interface output queue is full"),
    "ENOTCAPABLE": (93, "Capabilities insufficient"),
}
"""Names of `errno` that Linux does not have, with number and words of a system that has them: macOS (sys/errno.h) and
FreeBSD (sys/errno.h)."""

WINSOCK = (
    *(10004, 10009, 10013, 10014, 10022, 10024),
    *range(10035, 10072),
    *(10091, 10092, 10093, 10101, 10102, 10103, 10104, 10105, 10106, 10107, 10108, 10109, 10110, 10111, 10112),
    *(11001, 11002, 11003, 11004),
)
"""The numbers of Windows Sockets, which PC/errmap.h passes on as they are (10000 to 11999): "Windows Sockets Error
Codes", learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2."""
WINSOCK_NAMES = {
    10035: "EWOULDBLOCK",
    10036: "EINPROGRESS",
    10037: "EALREADY",
    10053: "ECONNABORTED",
    10054: "ECONNRESET",
    10058: "ESHUTDOWN",
    10060: "ETIMEDOUT",
    10061: "ECONNREFUSED",
}
"""Those that Objects/exceptions.c gives a class of their own."""

_INNER = re.compile(
    r"(?:asyncio|unittest|idlelib|lib2to3|distutils|sqlite3|encodings|curses|ctypes|tkinter|importlib\.resources|concurrent"
    r"|importlib\.metadata|multiprocessing|email)\.\w.*|sre_\w+|opcode|modulefinder|pydoc_data.*|typing_extensions|xml\.etree\.cElementTree"
)
"""Modules whose names are asked for in the package above them, or that no documentation names."""
_PUBLIC = re.compile(r"importlib\.(?:abc|util|machinery)|email\.(?:utils|message|header)|unittest\.mock|tkinter\.ttk")

LEFT_OUT = frozenset(
    (
        *("importlib.metadata.Deprecated", "importlib.metadata.DeprecatedList", "importlib.metadata.DeprecatedTuple"),
        *("importlib.readers.remove_duplicates", "importlib.metadata.SelectableGroups", "urllib.parse.MAX_CACHE_SIZE"),
        *("dis.hasnargs", "dis.Bytecode.show_offsets", "unittest.load_tests", "socket.CAN_RAW_ERR_FILTER"),
    )
)
"""Names that stubs or modules give and nobody imports: helpers of the module's own."""
_ABSTRACT = tuple(f"collections.{name}" for name in collections.abc.__all__ if name != "Buffer")
"""Python 3.3 to 3.9 gave them on demand, so that no list of the module's names has them."""
_Found = tuple[bool, Mapping[str, bool]]

_LOOK = """
import importlib, inspect, io, json, os, pkgutil, sys, warnings
warnings.simplefilter("ignore")
LEFT_OUT = {"antigravity", "this", "idlelib", "test", "turtledemo", "pip", "setuptools", "pkg_resources", "ensurepip"}


def loaded(name):
    said, sys.stdout = sys.stdout, io.StringIO()
    try:
        return importlib.import_module(name)
    except BaseException:
        return None
    finally:
        sys.stdout = said


def modules():
    tops = set(getattr(sys, "stdlib_module_names", ()))
    if not tops:
        base = os.path.dirname(os.__file__)
        found = pkgutil.iter_modules([base, os.path.join(base, "lib-dynload")])
        tops = {one.name for one in found} | set(sys.builtin_module_names)
    for top in sorted(tops - LEFT_OUT):
        if top.startswith("_"):
            continue
        yield top
        package = loaded(top)
        if top != "encodings" and hasattr(package, "__path__"):
            for one in pkgutil.walk_packages(package.__path__, top + "."):
                if not any(part.startswith("_") or part in ("test", "tests") for part in one.name.split(".")):
                    yield one.name


def names(module):
    listed = getattr(module, "__all__", None)
    for name in dir(module):
        value = getattr(module, name, None)
        if name.startswith("_") or inspect.ismodule(value):
            continue
        home = getattr(value, "__module__", None) == module.__name__ and not isinstance(value, (str, int))
        members, top = {}, module.__name__.partition(".")[0]
        if inspect.isclass(value) and value.__name__ == name and value.__module__.strip("_").partition(".")[0] == top:
            members = {one: one in vars(value) for one in dir(value) if not one.startswith("_")}
        yield name, [bool(name in listed) if listed is not None else home, members]


asked = json.load(sys.stdin)
if asked:
    gone = []
    for full in asked:
        owner, rest = full
        value = loaded(owner)
        for part in rest.split("."):
            value = getattr(value, part, None) if value is not None else None
        if value is None:
            gone.append(owner + "." + rest)
    print(json.dumps(gone))
else:
    exceptions = [key for key, value in vars(__import__("builtins")).items()
                  if inspect.isclass(value) and issubclass(value, BaseException)]
    found = {}
    for name in modules():
        module = loaded(name)
        found[name] = dict(names(module)) if module is not None else {}
    print(json.dumps({"exceptions": exceptions, "modules": found, "version": sys.version_info[1]}))
"""


def write(source: Path, pythons: Sequence[str]) -> None:
    """All lists."""
    looked = [json.loads(_run(python, [])) for python in pythons]
    stubs = Stubs()
    _put("exceptions", _exceptions(looked, stubs))
    _put("errno", _errno(source / "Doc" / "library"))
    _put("winerror", _winerror(source / "PC" / "errmap.h", source / "Doc" / "library" / "exceptions.rst"))
    _put("removed-modules", _removed_modules(looked, stubs, source))
    names = set(_removed_names(looked, pythons, stubs, source))
    _put("removed-names", names)


def _run(python: str, asked: list[tuple[str, str]]) -> str:
    command = [python, "-I", "-c", _LOOK]
    return subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True).stdout


def _exceptions(looked: Iterable[Mapping[str, Any]], stubs: Stubs) -> set[str]:
    found: set[str] = set()
    for one in looked:
        if int(str(one["version"])) >= 10:
            found.update(one["exceptions"])
    endings = "Error|Exception|Warning|Group|Exit|Interrupt|Iteration"
    found.update(re.findall(rf"^class (\w+(?:{endings}))\b", stubs.text, re.M))
    return found | set(re.findall(r"^ +(\w+Error) = OSError", stubs.text, re.M))


def _errno(library: Path) -> list[str]:
    text = "".join((library / name).read_text(encoding="utf-8") for name in ("errno.rst", "exceptions.rst"))
    lines = []
    for name in sorted(set(re.findall(r"(?:data:: |errno\.)(E[A-Z0-9]+)\b", text))):
        number = getattr(errno, name, None)
        number, words = (number, os.strerror(number)) if number is not None else ELSEWHERE[name]
        lines.append(f"{name} {number} {words}")
    return lines


def _winerror(errmap: Path, exceptions: Path) -> list[str]:
    """Each number with the class that Python raises for it."""
    text = errmap.read_text(encoding="utf-8")
    classes = {
        name: found[0]
        for found in re.findall(r"exception:: (\w+)\n(.*?)(?=\n\.\. |\Z)", exceptions.read_text(encoding="utf-8"), re.S)
        for name in re.findall(r"`~errno\.(E\w+)`", found[1])
    }
    numbers: dict[int, str] = {}
    for cases, name in re.findall(r"((?:\s*case [^\n]+\n)+)\s*return (E\w+);", text):
        numbers.update({int(number): name for number in re.findall(r"//\s+(\d+)", cases)})
    for found in re.findall(r"((?:\s*case [^\n]+\n)+)\s*default:\s*return EINVAL;", text):
        numbers.update({int(number): "EINVAL" for number in re.findall(r"//\s+(\d+)", found)})
    for number in WINSOCK:
        low = errno.errorcode.get(number - 10000, "") if number <= 10024 else ""
        numbers[number] = WINSOCK_NAMES.get(number, low)
    return [f"{number} {classes.get(numbers[number], 'OSError')}" for number in sorted(numbers)]


def _removed_modules(looked: Sequence[Mapping[str, Any]], stubs: Stubs, source: Path) -> set[str]:
    """Gone between two Pythons, or in the stubs' own list, or named as a removed module by the documentation."""
    found = {name for name, last in stubs.modules.items() if FIRST - 1 <= last < LAST}
    for older, newer in pairwise(looked):
        found |= set(older["modules"]) - set(newer["modules"])
    for minor in range(FIRST, LAST + 1):
        text = _removed_text(source, minor)
        found |= set(re.findall(r"``(\w+)`` and ``\w+`` modules? ha", text))
        found |= set(re.findall(r"[Rr]emoved? the (?:``|:mod:`!?)([\w.]+)`+ module", text))
        for one, other in re.findall(r"Remove the :mod:`!([\w.]+)` and :mod:`!([\w.]+)` (?:modules|namespaces)", text):
            found |= {one, other}
    whole = {name for name in found if "." not in name or name.rpartition(".")[0] not in found}
    return {name for name in whole if not re.search(r"^xx|^multiprocessing\.|(?:^|\.)_(?!dummy|bootlocale)", name)}


def _removed_names(looked: Sequence[Mapping[str, Any]], pythons: Sequence[str], stubs: Stubs, source: Path) -> set[str]:
    """`module.name` and `module.Class.name`, each with the version that it is gone from."""
    found: dict[str, int] = {}
    for (older, newer), python in zip(pairwise(looked), pythons[1:], strict=True):
        minor = int(str(newer["version"]))
        if minor < FIRST:
            continue
        text = _removed_text(source, minor)
        stubbed = {_ends(name) for name in stubs.gone(minor)}
        asked = [
            (module, name)
            for module, name, listed in _gone(older["modules"], newer["modules"])
            if _wanted(module) and (listed or _ends(f"{module}.{name}") in stubbed or _said(name, text))
        ]
        for full in json.loads(_run(python, asked)) if asked else ():
            found[full] = minor
    found.update(dict.fromkeys(_ABSTRACT, 10))
    newest = int(str(looked[-1]["version"]))
    for minor in range(FIRST + 2, LAST + 1):
        asked = [(stubs.module_of(name), name) for name in stubs.gone(minor) if _wanted(stubs.module_of(name))]
        asked = [(module, name.removeprefix(f"{module}.")) for module, name in asked]
        known = set(json.loads(_run(pythons[-1], asked))) if asked and minor <= newest else set()
        late = {f"{module}.{name}" for module, name in asked if minor > newest or "." not in name} - known
        found.update({name: max(minor, newest + 1) for name in late if name not in found and not stubs.has(name)})
    return {
        f"{name} 3.{minor}"
        for name, minor in found.items()
        if (_above(name) not in found or _above(name) == name) and name not in LEFT_OUT
    }


def _wanted(module: str) -> bool:
    return bool(_PUBLIC.fullmatch(module)) or not _INNER.fullmatch(module)


def _above(name: str) -> str:
    """`unittest.makeSuite` for `unittest.loader.makeSuite`."""
    parts = name.split(".")
    return ".".join([parts[0], parts[-1]])


def _ends(name: str) -> str:
    """`unittest.TestCase.failIf` for `unittest.case.TestCase.failIf`."""
    parts = name.split(".")
    return ".".join([parts[0], *parts[-2:]]) if len(parts) > 2 else name


def _said(name: str, text: str) -> bool:
    return bool(re.search(rf"(?:`|\.|!|~){re.escape(name.rpartition('.')[2])}(?:\(\))?`", text))


def _gone(
    older: Mapping[str, Mapping[str, _Found]], newer: Mapping[str, Mapping[str, _Found]]
) -> Iterable[tuple[str, str, bool]]:
    """Module, name, and whether the module itself gives it (a class's own members do not count as given)."""
    for module in older.keys() & newer.keys():
        for name, (listed, members) in older[module].items():
            if name not in newer[module]:
                yield module, name, listed
            else:
                left = [one for one, own in members.items() if own and one not in newer[module][name][1]]
                yield from ((module, f"{name}.{one}", False) for one in left)


def _removed_text(source: Path, minor: int) -> str:
    """What the documentation of a version says is removed."""
    path = source / "Doc" / "whatsnew" / f"3.{minor}.rst"
    if not path.is_file():
        return ""
    text = path.read_text(encoding="utf-8")
    parts = re.findall(r"\n(?:Removed[^\n]*|API and Feature Removals)\n=+\n(.*?)(?=\n[^\n]+\n=+\n)", text, re.S)
    return "\n".join(parts)


class Stubs:
    """The standard library's stubs (typeshed), as mypy ships them."""

    def __init__(self) -> None:
        spec = find_spec("mypy")
        assert spec is not None
        assert spec.origin is not None
        self._folder = Path(spec.origin).parent / "typeshed" / "stdlib"
        self.text = (self._folder / "builtins.pyi").read_text(encoding="utf-8")
        lines = (self._folder / "VERSIONS").read_text(encoding="utf-8").splitlines()
        rows = [re.match(r"([\w.]+): 3\.\d+-3\.(\d+)", line) for line in lines]
        self.modules = {row[1]: int(row[2]) for row in rows if row}
        self._names: dict[int, dict[str, str]] = {}

    def gone(self, minor: int) -> set[str]:
        """Full names that the version before had and this one has not; a member only where its class is still there."""
        before, now = self._at(minor - 1), self._at(minor)
        return {
            name
            for name, module in before.items()
            if name not in now
            and not any(part.startswith("_") for part in name.split("."))
            and self.modules.get(module.partition(".")[0], minor) >= minor
            and ("." not in name.removeprefix(f"{module}.") or name.rpartition(".")[0] in now)
        }

    def has(self, name: str) -> bool:
        """Whether the newest version has it."""
        return name in self._at(LAST)

    def module_of(self, name: str) -> str:
        """The module that a full name is in."""
        return next((found[name] for found in self._names.values() if name in found), "")

    def _at(self, minor: int) -> dict[str, str]:
        if minor not in self._names:
            found: dict[str, str] = {}
            for path in self._folder.rglob("*.pyi"):
                module = ".".join(path.relative_to(self._folder).with_suffix("").parts).removesuffix(".__init__")
                tree = ast.parse(path.read_text(encoding="utf-8"))
                for system in ("linux", "win32", "darwin"):
                    found.update({f"{module}.{name}": module for name in _defined(tree.body, minor, system)})
            self._names[minor] = found
        return self._names[minor]


def _defined(body: Sequence[ast.stmt], minor: int, system: str, prefix: str = "") -> Iterable[str]:
    for node in body:
        if isinstance(node, ast.If):
            yield from _defined(node.body if _holds(node.test, minor, system) else node.orelse, minor, system, prefix)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + node.name
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name
            yield from _defined(node.body, minor, system, f"{prefix}{node.name}.")
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (prefix + alias.asname for alias in node.names if alias.asname == alias.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and target.id != "__all__":
                yield prefix + target.id
            elif isinstance(target, ast.Name) and isinstance(node.value, ast.List | ast.Tuple):
                yield from (str(one.value) for one in node.value.elts if isinstance(one, ast.Constant))


def _holds(test: ast.expr, minor: int, system: str) -> bool:
    """A condition of a stub: of `sys.version_info`, `sys.platform`, joined by and, or, not."""
    if isinstance(test, ast.BoolOp):
        held = [_holds(one, minor, system) for one in test.values]
        return all(held) if isinstance(test.op, ast.And) else any(held)
    if isinstance(test, ast.UnaryOp):
        return not _holds(test.operand, minor, system)
    if not isinstance(test, ast.Compare):
        return False
    wanted = ast.literal_eval(test.comparators[0])
    known: tuple[int, int] | str = (3, minor) if isinstance(wanted, tuple) else system
    operator = test.ops[0]
    if isinstance(operator, ast.Eq | ast.NotEq):
        return (known == wanted) is isinstance(operator, ast.Eq)
    return bool(known >= wanted) is isinstance(operator, ast.GtE)


def _put(name: str, lines: Iterable[str]) -> None:
    found = sorted(set(lines), key=lambda line: (int(line.split()[0]), "") if line[0].isdigit() else (0, line))
    (HERE / f"{name}.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
