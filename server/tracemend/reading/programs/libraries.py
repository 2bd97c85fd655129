"""What TensorFlow, PyTorch and Streamlit log of themselves, where it is no exception and the program may go on.

    2024-12-05 09:29:18.697209: E external/local_xla/xla/stream_executor/cuda/cuda_dnn.cc:9261] Unable to register ...
    E0000 00:00:1751448150.986970   10148 cuda_dnn.cc:8579] Unable to register cuDNN factory: Attempting to register ...
    2026-11-26 17:05:05.686 Thread 'MainThread': missing ScriptRunContext! This warning can be ignored when ...
    CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 8.00 GiB total capacity; ...)

TensorFlow's C++ part (tsl/platform/default/logging.cc, absl/log) writes the level as a letter. Of its records those are
read that people ask about, in a run that says the same several times once; what is only told (level I) where somebody
selected it; a failed check (level F) ends the program. Streamlit: runtime/scriptrunner_utils/script_run_context.py,
runtime/state/session_state_proxy.py, delta_generator.py, web/server (the port). CUDA's messages without the name of
their exception are what programs log of a RuntimeError that they caught (`logging.error(e)`), and are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Hints, NeedMore, Severity

_DATED = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d{3,6}"
_RECORD = lazy.regex(
    rf"(?:{_DATED}: (?P<level>[IWEF]) |(?P<letter>[IWEF])\d{{4}} \d\d:\d\d:[\d.]{{2,20}} {{1,8}}\d{{1,10}} )"
    r"\S{1,200}\.(?:cc|cpp|h):\d{1,6}\] (?P<message>\S.*)"
)
_TELLS = (
    "Could not find cuda drivers on your machine", "This TensorFlow binary is optimized ",
    "oneDNN custom operations are on", "successful NUMA node read from SysFS", "Ignore above cudart dlerror",
    "Local rendezvous is aborting with status: ",
)  # fmt: skip
"""Records of level I that people ask about, since they look like errors."""
_WARNS = (
    "Could not load dynamic library '", "Cannot dlopen some ", "Unable to register cu", "TF-TRT Warning: ",
    "computation placer already registered", "failed call to cuInit", "Could not create cudnn handle",
    "Loaded runtime CuDNN library", "Allocation of ", "Skipping registering GPU devices",
    "TensorFlow was not built with CUDA kernel binaries", "Allocator (GPU_", "Local rendezvous is aborting ",
    "Could not find cuda drivers on your machine",
)  # fmt: skip
_SAME = 14
"""Records that begin alike up to so many letters say the same of another part (cuDNN, cuFFT, cuBLAS)."""
_ABSL = "WARNING: All log messages before absl::InitializeLog() is called"
_MORE = ("To enable the following instructions: ", "To enable them in other operations, rebuild ")

_STREAMLIT = lazy.regex(
    rf"(?:{_DATED} )?(?:WARNING )?(?:streamlit[\w.]{{0,100}}: )?"
    r"(?P<message>(?:Thread '(?P<thread>[^']{1,200})': )?missing (?:ScriptRun|Report)Context\b.*"
    r"|Session state does not function when running a script without `streamlit run`.*"
    r"|No runtime found, using MemoryCacheStorageManager)$"
)
_BARE = lazy.regex(
    r"\s{0,4}(?P<message>Warning: to view this (?:Streamlit|streamlit) app on a browser, run it with .*)"
)
_DATE = lazy.regex(rf"{_DATED}\s*$")
_BARE_MORE = lazy.regex(r"\s{1,8}(?:command:|streamlit run \S.{0,400})?\s*$")
_PORT = lazy.regex(rf"(?P<dated>{_DATED} )?(?P<message>Port \d{{1,5}} is (?:not available|already in use))$")

_CUDA = lazy.regex(
    r"(?:(?:[\[(]?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,12} [^\"]{0,80}?)?"
    r"\[?(?:ERROR|CRITICAL|Error)\b[^\"]{0,60}?[:|\]-] ?)?"
    r"(?P<message>CUDA (?:error: \S|out of memory\. Tried to allocate \d).*)"
)
_CUDA_MORE = (
    "CUDA kernel errors might ",
    "For debugging consider ",
    "Compile with `TORCH",
    "Search for `",
    "Device-side ",
)


class _Libraries:
    """Reads one record, or several that say the same."""

    name = "libraries"

    opens = staticmethod(openings.libraries)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if is_shown(line, hints):
            return None
        if found := _RECORD.match(line):
            return _tensorflow(lines, at, final, hints, found)
        if found := _STREAMLIT.match(line) or _BARE.match(line):
            return _streamlit(lines, at, final, found)
        if found := _PORT.match(line):
            ran = "streamlit" in programs(hints.command)
            return complaint("streamlit", found["message"], at, at + 1) if found["dated"] or ran else None
        found = _CUDA.match(line) if hints.exit_code != 0 else None
        if not found:
            return None
        end = _run(lines, at + 1, final, lambda other: other.startswith(_CUDA_MORE))
        if isinstance(end, NeedMore):
            return MORE
        message = [found["message"], *lines[at + 1 : end]]
        return complaint("python", message, at, end, exception="RuntimeError")


def _tensorflow(
    lines: Sequence[str], at: int, final: bool, hints: Hints, found: re.Match[str]
) -> Block | NeedMore | None:
    level, message = found["level"] or found["letter"], found["message"]
    if level == "F":
        return complaint("tensorflow", message, at, at + 1)
    if not message.startswith(_TELLS if level == "I" else _WARNS) or (level == "I" and not hints.selected):
        return None
    beginning = message[:_SAME]

    def same(other: str) -> bool:
        record = _RECORD.match(other)
        if record is None:
            return other.startswith((_ABSL, *_MORE))
        return record["message"].startswith(beginning)

    end = _run(lines, at + 1, final, same)
    if isinstance(end, NeedMore):
        return MORE
    return _as("warning", complaint("tensorflow", message, at, end))


def _streamlit(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """A script that Streamlit does not run says so at each call: all of it is one report."""
    thread = found.groupdict().get("thread")

    def same(other: str) -> bool:
        record = _STREAMLIT.match(other)
        if record:
            return (record["thread"] or thread) == (thread or record["thread"])
        return bool(_BARE.match(other) or _DATE.match(other) or _BARE_MORE.match(other) or not other.strip())

    end = _run(lines, at + 1, final, same)
    if isinstance(end, NeedMore):
        return MORE
    while not lines[end - 1].strip() or _DATE.match(lines[end - 1]):
        end -= 1
    return _as("warning", complaint("streamlit", found["message"].rstrip(), at, end))


def _run(lines: Sequence[str], at: int, final: bool, goes_on: Callable[[str], bool]) -> int | NeedMore:
    """The first line from `at` on that does not go on with what was begun."""
    while at < len(lines) and goes_on(lines[at]):
        at += 1
    return MORE if at >= len(lines) and not final else at


def _as(severity: Severity, block: Block) -> Block:
    return Block(tuple(replace(report, severity=severity) for report in block.reports), block.end)


DIALECT = _Libraries()
