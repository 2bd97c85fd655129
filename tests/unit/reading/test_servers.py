"""Texts of Celery 5.7.0, gunicorn 27 and pre-commit 4.7.0, provoked."""

from __future__ import annotations

from tracemend.reading.programs import precommit, servers
from tracemend.reading.scanner import read_text

from .asking import only, read

CELERY = """
[2026-11-26 00:39:46,917: ERROR/MainProcess] consumer: Cannot connect to redis://:**@localhost:9/0: Error 111 connecting to localhost:9. Connection refused..
Trying again in 4.00 seconds... (2/100)
"""  # noqa: E501

PRE_COMMIT = """
An error has occurred: InvalidConfigError:\x20
==> File .pre-commit-config.yaml
==> At Config()
==> At key: repos
==> At Repository(repo='local')
==> At key: hooks
==> At Hook(id='a')
=====> Missing required key: name
Check the log at /root/.cache/pre-commit/pre-commit.log
"""


def test_celery() -> None:
    report = only(servers.DIALECT, CELERY)
    assert (report.tool, report.span.end) == ("celery", 2)
    assert report.message.startswith("Cannot connect to redis://:**@localhost:9/0: Error 111 ")
    assert len(read_text(CELERY)) == 1
    assert read(servers.DIALECT, CELERY.replace(": ERROR/", ": INFO/")) == []


def test_gunicorn() -> None:
    text = "[2026-11-26 00:40:08 +0000] [21153] [ERROR] Connection in use: ('localhost', 16379)"
    report = only(servers.DIALECT, text)
    assert (report.tool, report.message) == ("gunicorn", "Connection in use: ('localhost', 16379)")
    last = only(servers.DIALECT, "[2026-11-26 00:40:12 +0000] [21153] [ERROR] Can't connect to ('localhost', 16379)")
    assert last.summary
    assert (
        read(servers.DIALECT, "[2026-11-26 00:40:01 +0000] [21118] [ERROR] Worker (pid:21118) exited with code 3.")
        == []
    )


def test_pre_commit() -> None:
    report = only(precommit.DIALECT, PRE_COMMIT)
    assert (report.tool, report.exception) == ("pre-commit", "InvalidConfigError")
    assert report.message == "Missing required key: name"
    assert report.user_frame is not None
    assert report.user_frame.path == ".pre-commit-config.yaml"
    assert len(read_text(PRE_COMMIT)) == 1
    text = (
        "An error has occurred: FatalError: git failed. Is it installed, and are you in a Git repository directory?\n"
    )
    assert read(precommit.DIALECT, text) == []  # no log is named
    assert only(precommit.DIALECT, text + "Check the log at /root/x.log").message.startswith("git failed.")
    assert read(precommit.DIALECT, "An error has occurred: try again") == []
