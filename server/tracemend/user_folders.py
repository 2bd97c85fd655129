"""Where this program keeps what is the user's: its packs, its cache, its settings.

platformdirs knows for every system. On Linux the answer is one rule of the XDG base directory specification, and
platformdirs takes 8 ms and 1 MB of an editor's start to give it (it loads `tempfile`, `shutil` and their compressors),
so there it is answered here. https://specifications.freedesktop.org/basedir/latest/
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "tracemend"


def data_folder() -> Path:
    """What the user gave the program: `~/.local/share/tracemend` or its like. It need not be there."""
    found = _by_xdg("XDG_DATA_HOME", ".local/share")
    if found is not None:
        return found
    import platformdirs

    return platformdirs.user_data_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """What can be made again: `~/.cache/tracemend` or its like. It need not be there."""
    found = _by_xdg("XDG_CACHE_HOME", ".cache")
    if found is not None:
        return found
    import platformdirs

    return platformdirs.user_cache_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """What the user decided: `~/.config/tracemend` or its like. It need not be there."""
    found = _by_xdg("XDG_CONFIG_HOME", ".config")
    if found is not None:
        return found
    import platformdirs

    return platformdirs.user_config_path(_NAME, appauthor=False)


def _by_xdg(variable: str, default: str) -> Path | None:
    """None on another system than Linux (Android is one), and where the home folder is not plainly said."""
    home = os.environ.get("HOME", "")
    if sys.platform != "linux" or hasattr(sys, "getandroidapilevel") or "ANDROID_DATA" in os.environ:
        return None
    named = os.environ.get(variable, "")
    if os.path.isabs(named):  # a relative one is to be ignored, says the specification
        return Path(named, _NAME)
    return Path(home, default, _NAME) if os.path.isabs(home) else None
