"""Texts of Celery 5.7.0, gunicorn 27, pre-commit 4.7.0 and PyInstaller 6, provoked."""

from __future__ import annotations

import pytest
from tracemend.reading.programs import precommit, servers
from tracemend.reading.report import Hints
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


def test_celery_without_the_word_error() -> None:
    moment = "[2025-01-20 11:31:08,202: CRITICAL/MainProcess] "
    said = (
        "Couldn't ack 3, reason:PreconditionFailed(406, 'PRECONDITION_FAILED - unknown delivery tag 3', (60, 80), '')"
    )
    assert [one.message for block in read_text(moment + said + "\n") for one in block] == [said]


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


def test_airflow() -> None:
    usage = "airflow db command error: argument COMMAND: invalid choice: 'init' (choose from 'check'), see help above."
    assert only(servers.DIALECT, usage).message.startswith("argument COMMAND: invalid choice: 'init'")
    assert len(read_text(usage)) == 1


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


HOOKS = """
lint.....................................................................Failed
- hook id: lint
- exit code: 1

app.py:3: line too long

fix the ends.............................................................Failed
- hook id: fix
- files were modified by this hook
mypy.................................................(no files to check)Skipped
"""


def test_hooks_of_pre_commit() -> None:
    """pre-commit 4.7.0 and 3.3.3: what a hook printed says why it failed, unless it only changed files."""
    found = read(precommit.DIALECT, HOOKS)
    assert [report.summary for report in found] == [True, False]
    assert found[1].message.splitlines()[1:] == ["- hook id: fix", "- files were modified by this hook"]
    assert read(precommit.DIALECT, "The build Failed\nWe went on\n") == []


def test_pre_commit_itself_refuses() -> None:
    """pre-commit 4.7.0: its own lines at ERROR are not Maven's, and two of its sentences have no level."""
    for text, message in (
        ("[ERROR] Your pre-commit configuration is unstaged.\n`git add .pre-commit-config.yaml` to fix this.", "Your "),
        ("[ERROR] Cowardly refusing to install hooks with `core.hooksPath` set.\nhint: `git config`", "Cowardly "),
        ("[INFO] Stashing unstaged files\nNo hook with id `lnt` in stage `pre-commit`\n", "No hook with id `lnt` "),
        ("No .pre-commit-config.yaml file was found\n- To temporarily silence this, run `X`", "No .pre-commit-config"),
        ("`pre-commit` not found.  Did you forget to activate your virtualenv?", "`pre-commit` not found."),
    ):
        reports = [report for block in read_text(text, Hints(exit_code=1)) for report in block]
        assert [report.tool for report in reports] == ["pre-commit"], text
        assert reports[0].message.startswith(message)


def test_no_import_string() -> None:
    """uvicorn 0.54.0 and gunicorn 27.0.1, provoked."""
    text = "WARNING:  You must pass the application as an import string to enable 'reload' or 'workers'."
    report = only(servers.DIALECT, text)
    assert (report.tool, report.message) == ("uvicorn", text.removeprefix("WARNING:  "))
    assert len(read_text(text)) == 1
    text = (
        "WARNING:  No supported WebSocket library detected. Please use \"pip install 'uvicorn[standard]'\", or install "
        "'websockets' or 'wsproto' manually."
    )
    assert only(servers.DIALECT, text).message == text.removeprefix("WARNING:  ")
    assert len(read_text(text)) == 1
    assert read(servers.DIALECT, "WARNING:  ASGI app factory detected. Using it, but please consider ...") == []
    text = "Application object must be callable."
    assert only(servers.DIALECT, text).tool == "gunicorn"
    assert len(read_text(text)) == 1
    assert read(servers.DIALECT, "Application object must be callable. See the documentation.") == []


def test_celery_in_other_logs() -> None:
    refused = "consumer: Cannot connect to amqp://guest:**@127.0.0.1:5672//: [Errno 111] Connection refused."
    for before in ("[2026-11-26 00:39:46,917: ERROR/MainProcess] ", "ERROR [MainThread] [consumer.py:493] - "):
        report = only(servers.DIALECT, f"{before}{refused}")
        assert (report.tool, report.exception) == ("celery", None)
        assert report.message == refused.removeprefix("consumer: ")


def test_jupyter_and_packed_programs() -> None:
    root = "Running as root is not recommended. Use --allow-root to bypass."
    assert read_text(f"[C 2026-11-26 15:09:44.523 ServerApp] {root}\n")[0][0].message == root
    assert read(servers.DIALECT, "[C 2026-11-26 15:09:44.523 ServerApp] Shutdown confirmed") == []
    for number in ("25112", "PYI-4711:ERROR"):
        report = read_text(f"[{number}] Failed to execute script 'app' due to unhandled exception!\n")[0][0]
        assert report.summary
        assert report.message.startswith("Failed to execute script 'app'")


PACKING = "398 INFO: PyInstaller: 6.21.0, contrib hooks: 2026.9\n"


def test_pyinstaller() -> None:
    text = PACKING + "".join(f"{at} INFO: Processing module hooks\n" for at in range(400, 11012))
    text += "11012 ERROR: Hidden import 'nosuch_hidden' not found\n11020 INFO: Building PKG\n"
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.tool, report.severity, report.message) == (
        "program",
        "error",
        "Hidden import 'nosuch_hidden' not found",
    )


@pytest.mark.parametrize(
    "message",
    [
        'Hidden import "pysqlite2" not found!',  # before 5.8
        "lib not found: api-ms-win-crt-runtime-l1-1-0.dll dependency of c:\\python36\\python.exe",
        "Library user32 required via ctypes not found",
    ],
)
def test_pyinstaller_s_warnings(message: str) -> None:
    (report,) = [one for block in read_text(f"{PACKING}1501 WARNING: {message}\n") for one in block]
    assert (report.severity, report.message) == ("warning", message)


@pytest.mark.parametrize("text", ["1501 WARNING: Ignoring /usr/lib/x\n", "1501 INFO: ERROR: in a name\n"])
def test_pyinstaller_s_other_lines(text: str) -> None:
    assert read_text(PACKING + text) == []


def test_celery_could_not_acknowledge() -> None:
    text = "[2026-11-26 11:31:08,202: CRITICAL/MainProcess] Couldn't ack '4c14', reason:ConnectionError('closed')"
    report = only(servers.DIALECT, text)
    assert (report.tool, report.message) == ("celery", "Couldn't ack '4c14', reason:ConnectionError('closed')")
