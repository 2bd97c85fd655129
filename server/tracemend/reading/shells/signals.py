"""What ended a process: signals by their number, exit status and printed name; Windows' status codes.

A shell answers 128 + N for a child that signal N ended, Python's subprocess and torchrun -N. Windows has one number for
both: an unhandled exception's status (NTSTATUS, ntstatus.h), printed as it is, as a signed number or in hexadecimal.
"""

from __future__ import annotations

_SIGNALS = {
    4: "SIGILL",
    5: "SIGTRAP",
    6: "SIGABRT",
    7: "SIGBUS",
    8: "SIGFPE",
    9: "SIGKILL",
    11: "SIGSEGV",
    15: "SIGTERM",
}
"""Those that end a program against its will. 7 is Linux'; macOS' SIGBUS is 10."""

_WINDOWS = {
    0xC0000005: "STATUS_ACCESS_VIOLATION",
    0xC000001D: "STATUS_ILLEGAL_INSTRUCTION",
    0xC00000FD: "STATUS_STACK_OVERFLOW",
    0xC0000135: "STATUS_DLL_NOT_FOUND",
    0xC0000139: "STATUS_ENTRYPOINT_NOT_FOUND",
    0xC0000142: "STATUS_DLL_INIT_FAILED",
    0xC0000374: "STATUS_HEAP_CORRUPTION",
    0xC0000409: "STATUS_STACK_BUFFER_OVERRUN",
}

_NAMES = {
    "killed": "SIGKILL",
    "segmentation fault": "SIGSEGV",
    "memory fault": "SIGSEGV",
    "aborted": "SIGABRT",
    "abort": "SIGABRT",
    "abort trap": "SIGABRT",
    "iot instruction": "SIGABRT",
    "iot trap": "SIGABRT",
    "bus error": "SIGBUS",
    "illegal instruction": "SIGILL",
    "illegal hardware instruction": "SIGILL",
    "floating point exception": "SIGFPE",
    "floating exception": "SIGFPE",
    "trace/breakpoint trap": "SIGTRAP",
    "trace/bpt trap": "SIGTRAP",
    "trace trap": "SIGTRAP",
    "terminated": "SIGTERM",
}
"""As shells print them: glibc's and macOS' strsignal, ksh's, zsh's and tcsh's own."""

NAMES = "|".join(sorted(_NAMES, key=len, reverse=True))


def of_number(number: int) -> str | None:
    """The name of a signal that ends programs against their will."""
    return _SIGNALS.get(number)


def of_status(status: int) -> str | None:
    """What an exit status says of the program's end: a signal, or one of Windows' exceptions; else None."""
    if -0x80000000 <= status < -0x1000:
        return _WINDOWS.get(status + 0x100000000)
    if status > 0xFFFF:
        return _WINDOWS.get(status)
    return _SIGNALS.get(-status if status < 0 else status - 128)


def of_name(name: str) -> str | None:
    """The signal that a shell's word for it stands for, in any case."""
    return _NAMES.get(name.lower())


def of_label(label: str) -> str | None:
    """The signal of a label like `KILL` or `SIGKILL`."""
    name = label.upper()
    name = name if name.startswith("SIG") else f"SIG{name}"
    return name if name in _SIGNALS.values() else None
