"""Python environments of this machine, read from their folders. No interpreter is started."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.limits import in_time, watched

_NAMES = 20_000
_VENVS = (".venv", "venv", "env", ".env")
_VERSION = lazy.regex(r"^version(?:_info)?\s{0,9}=\s{0,9}(\d+\.\d+)", re.MULTILINE)
_HOME = lazy.regex(r"^home\s{0,9}=\s{0,9}([^\r\n]+)", re.MULTILINE)
_SYSTEM_SITE = lazy.regex(r"^include-system-site-packages\s{0,9}=\s{0,9}true", re.MULTILINE | re.IGNORECASE)
_PYTHON = lazy.regex(r"^python(3\.\d{1,2})$")
_LIBRARY = lazy.regex(r"^(.*?)[\\/](?:lib(?:64)?[\\/]python3\.\d{1,2}|Lib)[\\/]")
_SUFFIX = lazy.regex(r"\.py$|(?:\.(?:cpython|abi3|cp)[\w-]*)?\.(?:so|pyd)$")


@dataclass(frozen=True, slots=True)
class Environment:
    """A place that packages are installed in: `prefix` is its folder, `sites` the folders its modules are
    found in."""

    prefix: str
    sites: tuple[str, ...]
    virtual: bool
    version: str | None = None

    @property
    def python(self) -> str:
        """The path of its interpreter."""
        if os.name == "nt":
            return os.path.join(self.prefix, *(("Scripts",) if self.virtual else ()), "python.exe")
        name = os.path.join(self.prefix, "bin", "python")
        return name if self.virtual or os.path.exists(name) else name + "3"

    @property
    def scripts(self) -> str:
        """The folder of its commands."""
        return os.path.join(self.prefix, "Scripts" if os.name == "nt" else "bin")

    def __str__(self) -> str:
        return f"{self.prefix} (Python {self.version})" if self.version else self.prefix


def _read(path: str, limit: int = 65_536) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(limit)
    except (OSError, ValueError):
        return ""


def _library_sites(prefix: str) -> list[tuple[str, str | None]]:
    """Folders of installed packages under a prefix, each with its Python's version where the path tells
    it."""
    found: list[tuple[str, str | None]] = []
    for library in ("lib", "lib64"):
        folder = os.path.join(prefix, library)
        if not os.path.isdir(folder) or (library == "lib64" and os.path.islink(folder)):
            continue
        try:
            names = sorted(islice((name for name in os.listdir(folder) if name.startswith("python3")), 20))
        except OSError:
            continue
        for name in names:
            version = _PYTHON.match(name)
            for kind in ("site-packages", "dist-packages"):
                site = os.path.join(folder, name, kind)
                if os.path.isdir(site):
                    found.append((site, version[1] if version else None))
    windows = os.path.join(prefix, "Lib", "site-packages")
    if os.name == "nt" and os.path.isdir(windows):
        found.append((windows, None))
    return found


def virtual_environment(folder: str) -> Environment | None:
    """The environment that `folder` is, by its `pyvenv.cfg`; None where it is none."""
    configuration = _read(os.path.join(folder, "pyvenv.cfg"))
    if not configuration:
        return None
    sites = [site for site, _ in _library_sites(folder)]
    version = _VERSION.search(configuration)
    home = _HOME.search(configuration)
    if home and _SYSTEM_SITE.search(configuration):
        sites += _system(os.path.dirname(home[1].strip()), version[1] if version else None).sites
    return Environment(folder, tuple(sites), True, version[1] if version else None)


def _system(prefix: str, version: str | None) -> Environment:
    """An interpreter that is no environment, with the folders Debian and pip --user add to it."""
    prefixes = [prefix]
    if prefix == "/usr":
        prefixes.append("/usr/local")
    prefixes.append(os.path.expanduser("~/.local"))
    sites = [
        site for one in prefixes for site, of in _library_sites(one) if version is None or of is None or of == version
    ]
    return Environment(prefix, tuple(sites), False, version)


def environment_of(interpreter: str) -> Environment | None:
    """The environment that an interpreter's path belongs to. Its link is followed only where it is no
    environment."""
    if os.path.isdir(interpreter):
        return virtual_environment(interpreter)
    if not os.path.isabs(interpreter) or not os.path.isfile(interpreter):
        return None
    folder = os.path.dirname(interpreter)
    for prefix in (folder, os.path.dirname(folder)):
        found = virtual_environment(prefix)
        if found is not None:
            return found
    real = os.path.realpath(interpreter)
    version = _PYTHON.match(os.path.basename(real).removesuffix(".exe"))
    prefix = os.path.dirname(real) if os.name == "nt" else os.path.dirname(os.path.dirname(real))
    return _system(prefix, version[1] if version else None)


def virtual_environments(context: Context) -> Iterator[Environment]:
    """Environments in the folder the command ran in, in the folders above it up to the workspace's, and in
    those."""
    seen: set[str] = set()
    for folder in _folders(context):
        for name in _VENVS:
            in_time()
            path = os.path.join(folder, name)
            if path not in seen:
                seen.add(path)
                found = virtual_environment(path)
                if found is not None:
                    yield found


def _folders(context: Context) -> Iterator[str]:
    folder = context.folder
    for _ in range(12):
        if folder is None:
            break
        yield folder
        roots = (root.rstrip(os.sep) + os.sep for root in context.roots)
        folder = os.path.dirname(folder) if any(folder.startswith(root) for root in roots) else None
    yield from context.roots


def environment(context: Context, paths: tuple[str, ...] = ()) -> Environment | None:
    """The environment that a program of this workspace runs in; None where nothing tells.

    First what the output shows (`paths` of frames inside an environment's library), then the workspace's
    interpreter, then an environment in its folders.
    """
    for path in paths[-20:]:
        library = _LIBRARY.match(path)
        if library and os.path.isabs(path) and not path.startswith(("\\\\", "//")):
            found = virtual_environment(library[1])
            if found is not None:
                return found
    if context.interpreter:
        return environment_of(context.interpreter)
    return next(virtual_environments(context), None)


@lru_cache(maxsize=32)
def _modules_in(site: str, changed: int) -> frozenset[str]:
    """Top-level modules in a folder, those of packages installed for editing included. `changed` is its
    mtime."""
    found: set[str] = set()
    extra: list[str] = []
    try:
        with os.scandir(site) as entries:
            for entry in watched(islice(entries, _NAMES)):
                name = entry.name
                if name.endswith(".pth"):
                    extra.append(entry.path)
                elif _SUFFIX.search(name):
                    found.add(_SUFFIX.sub("", name))
                elif "." not in name and name != "__pycache__" and entry.is_dir():
                    found.add(name)
    except OSError:
        return frozenset()
    for path in extra[:100]:
        found.update(_of_pth(path))
    return frozenset(found)


def _of_pth(path: str) -> set[str]:
    """Modules that a `.pth` file adds: of the folders it names, or of setuptools' finder for editable
    packages."""
    found: set[str] = set()
    for line in _read(path).splitlines()[:50]:
        line = line.strip()
        if line.startswith("import "):
            finder = re.match(r"import (__editable__\w+_finder)\b", line)
            if finder:
                text = _read(os.path.join(os.path.dirname(path), finder[1] + ".py"), 200_000)
                mapping = re.search(r"^MAPPING[^=\n]{0,80}= (\{[^\n]*\})", text, re.MULTILINE)
                found.update(re.findall(r"'(\w+)':", mapping[1]) if mapping else ())
        elif line and not line.startswith("#") and os.path.isabs(line) and os.path.isdir(line):
            found |= _of_folder(line)
    return found


def _of_folder(folder: str) -> set[str]:
    """Modules and packages in a folder of sources."""
    found: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, 500):
                if _SUFFIX.search(entry.name):
                    found.add(_SUFFIX.sub("", entry.name))
                elif "." not in entry.name and os.path.isfile(os.path.join(entry.path, "__init__.py")):
                    found.add(entry.name)
    except OSError:
        pass
    return found


def modules(found: Environment) -> frozenset[str]:
    """The top-level modules installed in an environment. Kept until a folder of it changes."""
    names: set[str] = set()
    for site in found.sites:
        in_time()
        try:
            names |= _modules_in(site, os.stat(site).st_mtime_ns)
        except OSError:
            continue
    return frozenset(names)


def has_module(found: Environment, dotted: str) -> bool:
    """Whether `a.b.c` is there as a file or folder in an environment."""
    top, *rest = dotted.split(".")
    if top not in modules(found):
        return False
    if not rest:
        return True
    for site in found.sites:
        folder = os.path.join(site, top)
        if not os.path.isdir(folder):
            continue
        for part in rest:
            in_time()
            below = os.path.join(folder, part)
            if os.path.isdir(below):
                folder = below
                continue
            names = [name for name in os.listdir(folder)[:5000] if name.startswith(part + ".")]
            found_names = {_SUFFIX.sub("", name) for name in names if _SUFFIX.search(name)}
            return part == rest[-1] and part in found_names
        return True
    # A module that is no folder, or installed for editing: what it holds cannot be told from here.
    return True
