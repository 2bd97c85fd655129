"""Starts Tracemend from the libraries beside this file; the client runs `PYTHON -I -S start.py serve`.

In: the arguments of the command line `tracemend`. Out: its exit status, or 78 with one sentence on standard error where
this Python cannot run it. `--probe` prints a line of JSON instead, `{"version": [3, 11, 7], "executable": "...",
"prefix": "..."}`, by which the client chooses an interpreter.

`-I -S` keeps everything else off `sys.path`: neither the workspace (which may hold a `typing.py` of its own), nor
PYTHONPATH, nor the interpreter's site-packages is imported from. All Pythons from 2.7 on can parse this file, so that
an old one says what is wrong with it instead of printing a SyntaxError.
"""
# ruff: noqa: UP031

import os
import sys

OLDEST = (3, 10)
UNUSABLE = 78  # EX_CONFIG of sysexits.h
LIBRARIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "libs")


def main():
    """Probe, refuse or start; the answer is the exit status."""
    if sys.argv[1:] == ["--probe"]:
        return probe()
    if sys.version_info < OLDEST:
        found = ".".join(str(number) for number in sys.version_info[:3])
        return refuse("Tracemend needs Python 3.10 or newer, but %s is Python %s." % (sys.executable, found))
    if not os.path.isdir(os.path.join(LIBRARIES, "tracemend")):
        return refuse("%s holds no Tracemend: install the extension again, or run `make vsix` first." % LIBRARIES)
    sys.path.insert(0, LIBRARIES)
    from tracemend.__main__ import main as run

    return run()


def probe():
    """Say which Python this is, whatever its age."""
    import json

    found = {"version": list(sys.version_info[:3]), "executable": sys.executable, "prefix": prefix()}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


def prefix():
    """The environment's folder. Till 3.13 `-S` leaves `sys.prefix` at that of the Python a venv was made with."""
    folder = os.path.dirname(os.path.abspath(sys.executable or "python"))
    for candidate in (folder, os.path.dirname(folder)):
        if os.path.isfile(os.path.join(candidate, "pyvenv.cfg")):
            return candidate
    return sys.prefix


def refuse(sentence):
    """Say why this Python does not start the server; the client shows the sentence."""
    sys.stderr.write(sentence + "\n")
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
