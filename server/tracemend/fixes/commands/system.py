"""`system-package`: install a library or its headers with the system's own package manager.

Which one, and which package, a fact says (`system-package-known`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tracemend import lazy
from tracemend.context import Context
from tracemend.fixes.commands.recipe import CommandRecipe

_PACKAGE = lazy.regex(r"[A-Za-z0-9][\w.+@-]{0,80}")
_INSTALL = {
    "apt": ("apt-get", "install"),
    "dnf": ("dnf", "install"),
    "zypper": ("zypper", "install"),
    "pacman": ("pacman", "-S", "--needed"),
    "apk": ("apk", "add"),
}


def make(arguments: Mapping[str, str], context: Context) -> Sequence[Sequence[str]] | None:
    """The recipe."""
    manager, package = arguments.get("manager", ""), arguments.get("package", "")
    if not _PACKAGE.fullmatch(package):
        return None
    if manager == "brew":
        return [["brew", "install", package]]
    if manager not in _INSTALL:
        return None
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [[*(() if root else ("sudo",)), *_INSTALL[manager], package]]


RECIPE = CommandRecipe(
    "system-package",
    "Installs a library or its headers with the system's package manager.",
    make,
    {"package": "its package: {system-package}", "manager": "the system's package manager: {system-manager}"},
)
