"""What root may do, and how a child of root does without it."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

_PR_CAPBSET_DROP = 24
_DAC_OVERRIDE, _DAC_READ_SEARCH, _FOWNER = 1, 2, 3


def is_root() -> bool:
    """Whether this process may do what it likes with files."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def drop_file_capabilities() -> None:
    """In a child of root, before exec: file permissions hold for it as for anyone (capabilities(7), bounding set).

    Another user could often not even reach the interpreter; root without these three capabilities can.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH, _FOWNER):
        if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "cannot drop a capability")


def as_not_root() -> Callable[[], None] | None:
    """What to do in a child before exec so that it is not root; None where this process is not root either."""
    return drop_file_capabilities if is_root() and sys.platform == "linux" else None
