"""Provoked with g++ 12 (libstdc++), glibc 2.36 on Debian 12; torch's text is of thread open-mmlab/mmdetection#3742,
macOS' and old glibc's wording of their sources."""

from __future__ import annotations

import pytest
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text
from tracemend.reading.shells.aborted import DIALECT

from .asking import only, read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "terminate called after throwing an instance of 'std::runtime_error'\n"
            "  what():  CUDA error: out of memory\n"
            "Aborted (core dumped)",
            "terminate called after throwing an instance of 'std::runtime_error'\nCUDA error: out of memory",
        ),
        ("terminate called after throwing an instance of 'int'\nAborted",) * 2,
        ("terminate called without an active exception", "terminate called without an active exception"),
        ("free(): double free detected in tcache 2\nAborted", "free(): double free detected in tcache 2"),
        ("malloc(): corrupted top size", "malloc(): corrupted top size"),
        ("*** stack smashing detected ***: terminated", "*** stack smashing detected ***: terminated"),
        (
            "libc++abi: terminating due to uncaught exception of type std::bad_alloc: std::bad_alloc",
            "libc++abi: terminating due to uncaught exception of type std::bad_alloc: std::bad_alloc",
        ),
        (
            "*** Error in `python': double free or corruption (!prev): 0x0000000001b2f3c0 ***",
            "*** Error in `python': double free or corruption (!prev): 0x0000000001b2f3c0 ***",
        ),
    ],
)
def test_ends(text: str, message: str) -> None:
    report = only(DIALECT, text)
    assert report.message == message.removesuffix("\nAborted")
    assert (report.code, report.span.end) == ("SIGABRT", text.count("\n") + 1)
    assert [one.code for block in read_text(text + "\n") for one in block] == ["SIGABRT"]


def test_the_text_of_several_lines_ends_at_the_stack() -> None:
    text = (
        "terminate called after throwing an instance of 'c10::Error'\n"
        "  what():  CUDA error: device-side assert triggered\n"
        "CUDA kernel errors might be asynchronously reported at some other API call.\n"
        "frame #0: c10::Error::Error(c10::SourceLocation) + 0x6d (0x7f0e393a8e7d in /opt/torch/lib/libc10.so)\n"
    )
    report = only(DIALECT, text.rstrip())
    assert report.message.count("\n") == 2
    assert report.span.end == 3


def test_openmp() -> None:
    """Intel's and LLVM's runtime, kmp_i18n.cpp and its message catalogue."""
    text = (
        "OMP: Error #15: Initializing libiomp5md.dll, but found libiomp5md.dll already initialized.\n"
        "OMP: Hint This means that multiple copies of the OpenMP runtime have been linked into the program.\n"
    )
    report = only(DIALECT, text.rstrip())
    assert report.message.startswith("OMP: Error #15: Initializing libiomp5md.dll")
    assert report.notes == ("This means that multiple copies of the OpenMP runtime have been linked into the program.",)


@pytest.mark.parametrize(
    "text",
    ["free(): called 3 times", "terminate called on the pool", "*** Error in the report was fixed ***", "malloc(): 12"],
)
def test_others(text: str) -> None:
    assert read(DIALECT, text) == []
    assert read_text(text + "\n") == []


def test_what_a_program_shows_is_silent() -> None:
    assert read_text("malloc(): corrupted top size\n", Hints(command="grep malloc notes.txt", exit_code=0)) == []
