"""Texts of OpenSSH 9.2, provoked; the box about a changed key is word for word that of its sshconnect.c."""

from __future__ import annotations

import pytest
from tracemend.reading.programs.ssh import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

_RULE = "@" * 59


def test_a_host_key_that_changed() -> None:
    text = (
        f"{_RULE}\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n{_RULE}\n"
        "IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\n"
        "Someone could be eavesdropping on you right now (man-in-the-middle attack)!\n"
        "It is also possible that a host key has just been changed.\n"
        "The fingerprint for the ED25519 key sent by the remote host is\n"
        "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDwvbVXRSGeNBzNVgo.\n"
        "Please contact your system administrator.\n"
        "Add correct host key in /home/dev/.ssh/known_hosts to get rid of this message.\n"
        "Offending ECDSA key in /home/dev/.ssh/known_hosts:3\n"
        "Host key for example.org has changed and you have requested strict checking.\n"
        "Host key verification failed.\n"
        "fatal: Could not read from remote repository.\n"
        "\n"
        "Please make sure you have the correct access rights\nand the repository exists.\n"
    )
    report = only(DIALECT, text.rstrip("\n"), command="git fetch", exit_code=128)
    assert report.tool == "ssh"
    assert report.message.startswith("REMOTE HOST IDENTIFICATION HAS CHANGED!\nIT IS POSSIBLE")
    assert report.message.endswith("Host key verification failed.")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/.ssh/known_hosts", 3)
    assert report.span.end == 17
    assert [one.tool for block in read_text(text, Hints("git fetch", 128)) for one in block] == ["ssh"]


def test_a_key_file_that_others_can_read() -> None:
    text = (
        f"{_RULE}\n@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\n{_RULE}\n"
        "Permissions 0644 for 'k' are too open.\n"
        "It is required that your private key files are NOT accessible by others.\n"
        'This private key will be ignored.\nLoad key "k": bad permissions'
    )
    report = only(DIALECT, text)
    assert report.message.split("\n")[:2] == ["UNPROTECTED PRIVATE KEY FILE!", "Permissions 0644 for 'k' are too open."]
    assert report.span.end == 7
    assert len(read_text(text)) == 1


@pytest.mark.parametrize(
    ("text", "message", "end"),
    [
        (
            "ssh: connect to host 127.0.0.1 port 1: Connection refused",
            "connect to host 127.0.0.1 port 1: Connection refused",
            1,
        ),
        (
            "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\n"
            "Please make sure you have the correct access rights\nand the repository exists.",
            "git@github.com: Permission denied (publickey).",
            5,
        ),
        (
            "  Host key verification failed.\n  fatal: Could not read from remote repository.",
            "Host key verification failed.",
            2,
        ),
        (
            "Could not open a connection to your authentication agent.",
            "Could not open a connection to your authentication agent.",
            1,
        ),
    ],
)
def test_what_ssh_says(text: str, message: str, end: int) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.message, report.span.end) == ("ssh", message, end)
    assert len(read_text(text)) == 1


def test_silence() -> None:
    for text in (_RULE, f"{_RULE}\nWelcome\n{_RULE}", "Connection to example.org closed.", "ssh: an introduction"):
        assert read(DIALECT, text) == []
    assert read(DIALECT, "Host key verification failed.", command="cat notes.txt") == []
