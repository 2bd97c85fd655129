"""Texts of git 2.39.5, provoked, but those of servers (GitHub's are from its documentation and issue threads)."""

from __future__ import annotations

import pytest
from tracemend.reading.programs.git import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "fatal: not a git repository (or any of the parent directories): .git",
            "not a git repository (or any of the parent directories): .git",
        ),
        (
            "error: pathspec 'nosuch' did not match any file(s) known to git",
            "pathspec 'nosuch' did not match any file(s) known to git",
        ),
        ("fatal: a branch named 'main' already exists", "a branch named 'main' already exists"),
        ("fatal: refusing to merge unrelated histories", "refusing to merge unrelated histories"),
    ],
)
def test_one_line(text: str, message: str) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.severity, report.exception, report.message) == ("git", "error", None, message)
    assert report.notes == ()


def test_a_rejected_push() -> None:
    text = (
        "To /home/dev/g/up.git\n"
        " ! [rejected]        main -> main (fetch first)\n"
        "error: failed to push some refs to '/home/dev/g/up.git'\n"
        "hint: Updates were rejected because the remote contains work that you do\n"
        "hint: not have locally. This is usually caused by another repository pushing\n"
        "hint: to the same ref. You may want to first integrate the remote changes\n"
        "hint: (e.g., 'git pull ...') before pushing again.\n"
        "hint: See the 'Note about fast-forwards' in 'git push --help' for details.\n"
    )
    report = only(DIALECT, text, command="git push", exit_code=1)
    assert report.message == "[rejected] main -> main (fetch first)\nfailed to push some refs to '/home/dev/g/up.git'"
    assert report.notes[0] == "Updates were rejected because the remote contains work that you do"
    assert (report.span.start, report.span.end) == (2, 8)
    assert [block[0].message for block in read_text(text)] == [report.message]
    assert len(read_text(text, Hints("./release.sh", 0))) == 1  # a script that goes on is no better for it


def test_what_the_other_side_said_belongs_to_it() -> None:
    text = (
        "remote: Direct pushes to main are closed        \n"
        "To /home/dev/g/up.git\n"
        " ! [remote rejected] main -> main (pre-receive hook declined)\n"
        "error: failed to push some refs to '/home/dev/g/up.git'"
    )
    report = only(DIALECT, text)
    assert report.message.split("\n") == [
        "[remote rejected] main -> main (pre-receive hook declined)",
        "failed to push some refs to '/home/dev/g/up.git'",
        "Direct pushes to main are closed",
    ]
    report = only(
        DIALECT,
        "remote: Support for password authentication was removed on August 13, 2021.\n"
        "fatal: Authentication failed for 'https://github.com/example/shop.git/'",
    )
    assert report.message.startswith("Authentication failed for ")
    assert "password authentication was removed" in report.message


def test_a_conflict() -> None:
    text = (
        "Auto-merging plan.txt\n"
        "CONFLICT (content): Merge conflict in plan.txt\n"
        "Automatic merge failed; fix conflicts and then commit the result."
    )
    report = only(DIALECT, text, command="git merge other", exit_code=1)
    assert report.message.startswith("CONFLICT (content): Merge conflict in plan.txt\nAutomatic merge failed")
    assert len(read_text(text)) == 1
    report = only(
        DIALECT,
        "CONFLICT (content): Merge conflict in x\n"
        "error: could not apply cb15401... 3\n"
        "hint: Resolve all conflicts manually, mark them as resolved with\n"
        "Could not apply cb15401... 3",
    )
    assert report.message == "CONFLICT (content): Merge conflict in x\ncould not apply cb15401... 3"
    assert report.span.end == 4


def test_advice_becomes_notes() -> None:
    report = only(
        DIALECT,
        "fatal: 'nosuch' does not appear to be a git repository\n"
        "fatal: Could not read from remote repository.\n"
        "\n"
        "Please make sure you have the correct access rights\n"
        "and the repository exists.",
    )
    assert report.message == "'nosuch' does not appear to be a git repository\nCould not read from remote repository."
    assert (len(report.notes), report.span.end) == (2, 5)
    report = only(
        DIALECT,
        "fatal: Unable to create '/home/dev/g/a/.git/index.lock': File exists.\n"
        "\n"
        "Another git process seems to be running in this repository, e.g.\n"
        "an editor opened by 'git commit'. Please make sure all processes\n"
        "are terminated then try again. If it still fails, a git process\n"
        "may have crashed in this repository earlier:\n"
        "remove the file manually to continue.",
    )
    assert report.message == "Unable to create '/home/dev/g/a/.git/index.lock': File exists."
    assert (report.notes[-1], report.span.end) == ("remove the file manually to continue.", 7)
    report = only(
        DIALECT,
        "error: Your local changes to the following files would be overwritten by merge:\n"
        "\tx\n"
        "Please commit your changes or stash them before you merge.\n"
        "Aborting\n"
        "Merge with strategy ort failed.",
    )
    assert report.message.endswith("overwritten by merge:\nx")
    assert report.span.end == 5
    report = only(
        DIALECT,
        "hint: You have divergent branches and need to specify how to reconcile them.\n"
        "hint:   git config pull.rebase false  # merge\n"
        "fatal: Need to specify how to reconcile divergent branches.",
    )
    assert report.message == "Need to specify how to reconcile divergent branches."
    assert (report.span.start, len(report.notes)) == (1, 2)


def test_a_command_that_is_none() -> None:
    text = "git: 'puhs' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tpush"
    report = only(DIALECT, text, command="git puhs", exit_code=1)
    assert report.message == "'puhs' is not a git command. See 'git --help'."
    assert report.notes == ("The most similar command is", "push")
    assert len(read_text(text)) == 1


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("No stash entries found.", "git stash pop"),
        ('nothing added to commit but untracked files present (use "git add" to track)', "git commit -m x"),
        ("Patch format detection failed.", "git am p"),
    ],
)
def test_sentences_without_a_prefix(text: str, command: str) -> None:
    assert only(DIALECT, text, command=command, exit_code=1).message == text
    assert len(read_text(text, Hints(command, 1))) == 1


def test_other_programs_say_error_too() -> None:
    text = "error: config file missing"
    assert read(DIALECT, text) == []
    assert read(DIALECT, text, command="cargo build", exit_code=101) == []
    assert only(DIALECT, text, command="cd app && git fetch", exit_code=1).message == "config file missing"


@pytest.mark.parametrize(
    ("text", "command", "exit_code"),
    [
        ("nothing to commit, working tree clean", "git status", 0),
        ("remote: Enumerating objects: 5, done.\nremote: Total 3 (delta 0)\nUnpacking objects: 100% (3/3)", None, None),
        (
            "hint: Using 'master' as the name for the initial branch.\nhint:\nInitialized empty Git repository",
            None,
            None,
        ),
        ("    fatal: not a git repository was the message", "git log", 0),
        ("fatal: bad revision 'x'", "cat notes.txt", None),
        ("error: pathspec 'x' did not match", "git checkout x || true", 0),
        ("Auto-merging a.txt\nMerge made by the 'ort' strategy.", "git merge x", 0),
    ],
)
def test_silence(text: str, command: str | None, exit_code: int | None) -> None:
    assert read(DIALECT, text, command=command, exit_code=exit_code) == []


def test_hostile_lines_take_no_time() -> None:
    for text in ("remote: x\n" * 3000, "hint: x\n" * 3000, "fatal: " * 20_000, " ! [rejected] " + "a " * 50_000):
        read_text(text)
