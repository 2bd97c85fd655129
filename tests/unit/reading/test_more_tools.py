"""What git and smaller programs say without a prefix of their own, and the silence beside it."""

from __future__ import annotations

import pytest
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser
from tracemend.knowledge import packs
from tracemend.matching.library import Library


@pytest.fixture(scope="module")
def diagnoser() -> Diagnoser:
    return Diagnoser(Library.open([packs.builtin_pack()]))


@pytest.mark.parametrize(
    ("command", "text", "tool", "message"),
    [
        (
            "git pull",
            "There is no tracking information for the current branch.\nPlease specify which branch you want to merge "
            "with.\nSee git-pull(1) for details.\n\n    git pull <remote> <branch>\n\nIf you wish to set tracking "
            "information for this branch you can do so with:\n\n    git branch --set-upstream-to=origin/<branch> x\n",
            "git",
            "There is no tracking information for the current branch.",
        ),
        ("git commit", "Aborting commit due to empty commit message.\n", "git", "Aborting commit due to empty commit"),
        ("git merge x", "merge: x - not something we can merge\n", "git", "merge: x - not something we can merge"),
        (
            "az provider lis",
            "az provider: 'lis' is not in the 'az provider' command group. See 'az provider --help'.\n",
            "az",
            "az provider: 'lis' is not in the 'az provider' command group.",
        ),
        (
            "ifconfig nosuch0",
            "nosuch0: error fetching interface information: Device not found\n",
            "ifconfig",
            "nosuch0: error fetching interface information",
        ),
    ],
)
def test_is_read_as_one_report(diagnoser: Diagnoser, command: str, text: str, tool: str, message: str) -> None:
    found = diagnoser.diagnose(text, Context("pasted", command=command, exit_code=1))
    assert [one.report.tool for one in found] == [tool]
    assert found[0].report.message.startswith(message)
    assert found[0].entry is not None


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("git pull", "Already up to date.\n"),
        ("git log", "There is no tracking table for the orders yet\n"),
        ("git merge x", "merge: done\n"),
        ("echo", "You are not currently on a branch of the library\n"),
    ],
)
def test_nothing_is_read_of_what_is_no_error(diagnoser: Diagnoser, command: str, text: str) -> None:
    assert not diagnoser.diagnose(text, Context("pasted", command=command, exit_code=0))
