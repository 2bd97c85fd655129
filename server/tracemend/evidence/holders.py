"""Which programs have a file open: Linux by `/proc`, Windows by the Restart Manager."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from tracemend.evidence.limits import watched


@dataclass(frozen=True, slots=True)
class Holders:
    """`names` are "NAME (pid N)"; `complete` says that every program could be looked at."""

    names: tuple[str, ...]
    complete: bool


def holders(path: str) -> Holders | None:
    """Who has the file at the absolute `path` open; None where this system gives no way to know."""
    if sys.platform == "win32":
        return _windows(path)
    if sys.platform == "linux":
        return _linux(os.path.realpath(path))
    return None


def open_links(wanted: frozenset[str]) -> tuple[dict[str, int], bool]:
    """Linux: which processes have a descriptor that links to one of `wanted` (paths, "socket:[N]").

    Answers link to process id, and whether all processes could be read; those of other users mostly cannot.
    """
    found: dict[str, int] = {}
    complete = True
    for entry in watched(sorted(os.listdir("/proc")), 8):
        if not entry.isdigit():
            continue
        folder = f"/proc/{entry}/fd"
        try:
            descriptors = os.listdir(folder)
        except PermissionError:
            complete = False
            continue
        except OSError:
            continue  # It has ended meanwhile.
        for descriptor in descriptors[:4096]:
            try:
                link = os.readlink(f"{folder}/{descriptor}")
            except OSError:
                continue
            if link in wanted:
                found.setdefault(link, int(entry))
    return found, complete


def process_name(pid: int) -> str:
    """Linux: "NAME (pid N)"."""
    try:
        with open(f"/proc/{pid}/comm", encoding="utf-8", errors="replace") as file:
            return f"{file.read(64).strip()} (pid {pid})"
    except OSError:
        return f"pid {pid}"


def _linux(path: str) -> Holders:
    found, complete = open_links(frozenset({path}))
    return Holders(tuple(process_name(pid) for pid in found.values()), complete)


def _windows(path: str) -> Holders | None:
    """Asks the Restart Manager, which exists to tell who uses a file (RmStartSession, RmRegisterResources,
    RmGetList: https://learn.microsoft.com/windows/win32/api/restartmanager/). It closes nothing unless told
    to."""
    import ctypes
    from ctypes import wintypes

    class UniqueProcess(ctypes.Structure):
        _fields_ = (("dwProcessId", wintypes.DWORD), ("ProcessStartTime", wintypes.FILETIME))

    class ProcessInfo(ctypes.Structure):
        _fields_ = (
            ("Process", UniqueProcess),
            ("strAppName", wintypes.WCHAR * 256),
            ("strServiceShortName", wintypes.WCHAR * 64),
            ("ApplicationType", wintypes.DWORD),
            ("AppStatus", wintypes.ULONG),
            ("TSSessionId", wintypes.DWORD),
            ("bRestartable", wintypes.BOOL),
        )

    library = getattr(ctypes, "WinDLL")("rstrtmgr")  # noqa: B009 - the name exists on Windows alone
    session = wintypes.DWORD()
    key = ctypes.create_unicode_buffer(33)
    if library.RmStartSession(ctypes.byref(session), 0, key) != 0:
        return None
    try:
        names = (wintypes.LPCWSTR * 1)(path)
        if library.RmRegisterResources(session, 1, names, 0, None, 0, None) != 0:
            return None
        needed, count, reasons = wintypes.UINT(), wintypes.UINT(16), wintypes.DWORD()
        found = (ProcessInfo * 16)()
        answer = library.RmGetList(session, ctypes.byref(needed), ctypes.byref(count), found, ctypes.byref(reasons))
        if answer not in (0, 234):  # 234: ERROR_MORE_DATA, the first sixteen are there
            return None
        return Holders(tuple(f"{one.strAppName} (pid {one.Process.dwProcessId})" for one in found[: count.value]), True)
    finally:
        library.RmEndSession(session)
