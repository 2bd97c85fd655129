"""Facts about the module that could not be imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.interpreters import (
    Environment,
    environment,
    environment_of,
    has_module,
    modules,
    virtual_environments,
)
from tracemend.evidence.limits import short, watched
from tracemend.evidence.path import names_in
from tracemend.evidence.similar import closest, slip_of
from tracemend.evidence.submodules import bears_out, similar_submodule
from tracemend.knowledge import tables

_OF = ("module", "name")
_MODULE = lazy.regex(r"[^\W\d]\w{0,99}(?:\.[^\W\d]\w{0,99}){0,20}")
_FOLDERS = 2_000
"""How many folders of the workspace are looked into for a module."""
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages", "venv", "env", "build", "dist"})

# fmt: off
_WELL_KNOWN = frozenset(
    (
        "numpy", "pandas", "scipy", "matplotlib", "seaborn", "requests", "flask", "django", "fastapi", "pydantic",
        "sqlalchemy", "pytest", "aiohttp", "httpx", "tensorflow", "torch", "keras", "transformers", "plotly",
        "jinja2", "click", "rich", "tqdm", "boto3", "celery", "redis", "pymongo", "psycopg2", "selenium", "scrapy",
        "streamlit", "networkx", "sympy", "pygame", "uvicorn", "gunicorn", "paramiko", "cryptography", "openpyxl",
        "lxml", "numba", "polars", "xarray", "statsmodels", "nltk", "spacy", "flask_login", "flask_sqlalchemy",
        "flask_cors", "flask_migrate", "rest_framework",
    )
)
"""Modules that many programs use, whose distribution has the same or nearly the same name: what one slip away from one
of them is most likely this one, installed or not."""
# fmt: on


def _name(inquiry: Inquiry) -> str | None:
    """The module's dotted name: the argument's, else the value's; None where it is none."""
    value = str(inquiry.arguments.get("named") or inquiry.value or "").strip("'\"")
    return value if _MODULE.fullmatch(value) else None


def _environment(inquiry: Inquiry) -> Environment | None:
    return environment(inquiry.context, tuple(frame.path for frame in inquiry.report.frames))


def _installed(inquiry: Inquiry, wanted: bool) -> Finding:
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    if name.partition(".")[0] in sys.stdlib_module_names:
        return Finding(wanted, f"{short(name)} is part of Python itself.")
    where = _environment(inquiry)
    if where is None or not where.sites:
        return UNKNOWN
    there = has_module(where, name)
    seen = f"{short(name)} is {'' if there else 'not '}installed in {short(str(where), 120)}."
    return Finding(there is wanted, seen, {"environment": where.prefix})


def installed(inquiry: Inquiry) -> Finding:
    return _installed(inquiry, True)


def not_installed(inquiry: Inquiry) -> Finding:
    return _installed(inquiry, False)


def _others(inquiry: Inquiry, own: Environment | None) -> Iterator[Environment]:
    yield from virtual_environments(inquiry.context)
    if inquiry.context.interpreter:
        named = environment_of(inquiry.context.interpreter)
        if named is not None:
            yield named
    if own is None or own.virtual:
        for interpreter in ("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"):
            found = environment_of(interpreter)
            if found is not None:
                yield found


def in_other_environment(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    if name is None or name.partition(".")[0] in sys.stdlib_module_names:
        return UNKNOWN
    own = _environment(inquiry)
    looked: set[str] = {own.prefix} if own else set()
    for other in _others(inquiry, own):
        if other.prefix in looked:
            continue
        looked.add(other.prefix)
        if has_module(other, name):
            seen = f"{short(name)} is installed in {short(str(other), 120)}."
            return Finding(
                True,
                seen,
                {"environment": other.prefix, "environment-python": other.python, "venv": other.prefix},
            )
    if own is None or len(looked) < 2:
        return UNKNOWN
    others = len(looked) - 1
    return Finding(False, f"{short(name)} is in none of the other environments looked at ({others}).")


def distribution_known(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    known = tables.module_distributions()
    parts = name.split(".")
    if parts[0] in sys.stdlib_module_names:
        return Finding(False, f"{short(name)} is part of Python itself; nothing provides it.")
    for count in range(len(parts), 0, -1):
        module = ".".join(parts[:count])
        if module in known:
            distribution = known[module]
            same = "the distribution of the same name" if distribution == module else distribution
            return Finding(True, f"{short(module)} comes from {short(same)}.", {"distribution": distribution})
    near = closest(parts[0], known)
    if near is not None:
        # A name that is nearly a well-known one is more often a slip than a package, and squatters
        # wait for it.
        seen = f"No reviewed distribution provides {short(parts[0])}; {short(near)} is a known module."
        return Finding(None, seen)
    seen = f"Nobody has reviewed which distribution provides {short(parts[0])}; this is the module's own name."
    return Finding(True, seen, {"distribution": parts[0]})


_LIBRARY = lazy.regex(r"(?i)[\\/](?:lib(?:64)?|pypy\d?\.?\d*|Versions)[\\/]|site-packages|dist-packages|\.zip[\\/]")
"""A path in a folder of libraries, of Python's or others'."""


def _lies_in(where: Environment, top: str) -> bool:
    """Whether a module lies in the environment itself; what is installed for editing is the workspace's own file."""
    return any(
        os.path.exists(path)
        for site in where.sites
        for path in (os.path.join(site, top), os.path.join(site, top + ".py"))
    )


def shadowed(inquiry: Inquiry) -> Finding:
    """A module of Python whose file, as the message names it, is none of Python's own is hidden, wherever it ran."""
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    top = name.partition(".")[0]
    printed = inquiry.captures.get("file")
    if printed and _LIBRARY.search(printed):
        return Finding(False, f"{short(printed)}, which was imported, lies among the libraries.")
    if printed and top in sys.stdlib_module_names and ("/" in printed or "\\" in printed):
        return Finding(True, f"{short(printed)} was imported as {short(top)}.", {"shadow": printed})
    if not inquiry.looks:
        return UNKNOWN
    folders = [os.path.dirname(frame.path) for frame in inquiry.report.frames[:1] if os.path.isabs(frame.path)]
    if inquiry.place and inquiry.place.file:
        folders.append(os.path.dirname(inquiry.place.file))
    if inquiry.context.folder:
        folders.append(inquiry.context.folder)
    if not folders:
        return UNKNOWN
    where = _environment(inquiry)
    if top not in sys.stdlib_module_names and not (where is not None and _lies_in(where, top)):
        return Finding(False, f"{short(top)} is neither part of Python nor installed, so no file can hide it.")
    for folder in dict.fromkeys(folders):
        for path in (os.path.join(folder, top + ".py"), os.path.join(folder, top, "__init__.py")):
            if "site-packages" not in path and os.path.isfile(path):
                return Finding(True, f"{short(path)} hides the module {short(top)}.", {"shadow": path})
    return Finding(False, f"No file in {short(folders[0])} hides the module {short(top)}.")


def is_stdlib(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    part = name.partition(".")[0] in sys.stdlib_module_names
    return Finding(part, f"{short(name)} is {'' if part else 'not '}part of Python itself.")


def local(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    context = inquiry.context
    roots = context.roots or ((context.folder,) if context.folder else ())
    if name is None or not roots:
        return UNKNOWN
    top = name.partition(".")[0]
    for root in roots:
        for folder in watched(_folders(root), 8):
            if os.path.isfile(os.path.join(folder, top + ".py")) or os.path.isfile(
                os.path.join(folder, top, "__init__.py")
            ):
                seen = f"{short(top)} is a module of this workspace, in {short(folder)}."
                return Finding(True, seen, {"where": folder})
    return Finding(False, f"The workspace has no module {short(top)}.")


def _folders(root: str) -> Iterator[str]:
    """The workspace's folders, the outer ones first: not hidden ones, environments, or very many."""
    waiting = [root]
    for _ in range(_FOLDERS):
        if not waiting:
            return
        folder = waiting.pop(0)
        yield folder
        try:
            with os.scandir(folder) as entries:
                waiting += sorted(
                    entry.path
                    for entry in islice(entries, 2_000)
                    if not entry.name.startswith(".")
                    and entry.name not in _SKIPPED
                    and entry.is_dir(follow_symlinks=False)
                    and not os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))
                )
        except OSError:
            continue


def _own_modules(inquiry: Inquiry) -> Iterator[str]:
    """The modules beside the program and in the workspace's folders, which a program started there can import."""
    beside = os.path.dirname(inquiry.place.file) if inquiry.place and inquiry.place.file else None
    for folder in dict.fromkeys(filter(None, (beside, inquiry.context.folder, *inquiry.context.roots))):
        for name in names_in(folder):
            stem, ending = os.path.splitext(name)
            if (ending == ".py" and stem.isidentifier()) or os.path.isfile(os.path.join(folder, name, "__init__.py")):
                yield stem


def similar(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    top, dot, rest = name.partition(".")
    own = set(_own_modules(inquiry))
    candidates = own | {module for module in sys.stdlib_module_names if not module.startswith("_")}
    where = _environment(inquiry)
    if where is not None:
        candidates |= modules(where)
    known = tables.module_distributions()
    if top in candidates or top in known:
        below = similar_submodule(name, inquiry)
        if below is None:
            return Finding(False, f"{short(top)} is a known module.")
        seen = f"{short(below)} is a module, {short(name)} is not."
        return Finding(True, seen, {"similar": below})
    near = closest(top, own) or closest(top, candidates) or _well_known(top, known)
    if near is None or not bears_out(near, name, inquiry):
        return Finding(False, f"No known module is spelt like {short(top)}.")
    what = "a module of this project" if near in own else "a known module"
    seen = f"{short(near)} is {what}, {short(top)} is not."
    return Finding(True, seen, {"similar": near + dot + rest})


def _well_known(top: str, known: Iterable[str]) -> str | None:
    """The well-known module that is near; what only adds to its end is a name of its own (`flaskr`)."""
    near = slip_of(top, _WELL_KNOWN) or closest(top, known)
    if near is not None and top.startswith(near) and top[-1] != near[-1]:
        return None
    return near


FACTS = (
    Fact(
        "module-installed",
        "Is the module installed in the workspace's Python?",
        installed,
        _OF,
        {"named": "the module, where no capture names it"},
        gives=("environment",),
    ),
    Fact(
        "module-not-installed",
        "Is the module not installed in the workspace's Python?",
        not_installed,
        _OF,
        gives=("environment",),
    ),
    Fact(
        "module-in-other-environment",
        "Is the module installed in another environment of this machine?",
        in_other_environment,
        _OF,
        gives=("environment", "environment-python", "venv"),
    ),
    Fact(
        "distribution-known",
        "Is it known which distribution provides the module?",
        distribution_known,
        _OF,
        gives=("distribution",),
    ),
    Fact(
        "module-shadowed-by-local-file",
        "Does a file of the program's folder hide a module of Python or an installed one?",
        shadowed,
        _OF,
        gives=("shadow",),
        report_enough=True,
    ),
    Fact("module-is-stdlib", "Is the module part of Python itself?", is_stdlib, _OF),
    Fact("module-local", "Is the module a file of the workspace?", local, _OF, gives=("where",)),
    Fact("similar-module", "Is there a module of a similar name?", similar, _OF, gives=("similar",)),
)
