"""Facts about the operating system's package manager: which package brings a header, a shared library or a tool.

Source: https://www.freedesktop.org/software/systemd/man/latest/os-release.html
"""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.knowledge import tables

_SYSTEMS = {
    "debian": "apt", "ubuntu": "apt", "fedora": "dnf", "rhel": "dnf", "centos": "dnf", "suse": "zypper",
    "opensuse": "zypper", "arch": "pacman", "alpine": "apk",
}  # fmt: skip
_IDS = lazy.regex(r"^(?:ID|ID_LIKE)=[\"']?([\w. -]{1,200})", re.MULTILINE)
OS_RELEASE = "/etc/os-release"


def system_manager(context: Context) -> str | None:
    """`apt`, `dnf`, `zypper`, `pacman`, `apk`, or `brew` on macOS; None where the system is another."""
    if context.system == "macos":
        return "brew"
    if context.system != "linux":
        return None
    try:
        with open(OS_RELEASE, encoding="utf-8", errors="replace") as file:
            text = file.read(20_000)
    except OSError:
        return None
    for ids in _IDS.findall(text):
        for name in ids.split():
            if name in _SYSTEMS:
                return _SYSTEMS[name]
    return None


def system_package_known(inquiry: Inquiry) -> Finding:
    name, manager = (inquiry.value or "").strip("'\""), system_manager(inquiry.context)
    rows = tables.system_packages()
    packages = rows.get(name) or rows.get(name.rpartition("/")[2])
    if manager is None or packages is None:
        return UNKNOWN
    for row in packages:
        of, _, package = row.partition(" ")
        if of == manager:
            values = {"system-package": package, "system-manager": manager}
            return Finding(True, f"{short(name)} comes with {package} ({manager}).", values)
    return UNKNOWN


FACTS = (
    Fact(
        "system-package-known",
        "Is it known which package of this system brings the header, library or tool?",
        system_package_known,
        ("library", "header", "name"),
        gives=("system-package", "system-manager"),
        unproven=("macos",),
    ),
)
