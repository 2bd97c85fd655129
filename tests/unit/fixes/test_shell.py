"""Quoting, held against the shells themselves where they are here."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.context import Shell
from tracemend.fixes import shell

_WORDS = [
    "plain", "a b", "$(touch x)", "`id`", "$HOME", "'", '"', "it's", ";", "a;b", "!", "!!", "%PATH%", "^", "&", "&&",
    "|", ">", "<", "(", ")", "{a,b}", "[a]", "*", "?", "~", "~root", "#", "\\", "a\\", "C:\\x y\\", "=ls", "=", "a=b",
    "-n", "--", "é ü", "日本", "", " ", "''", "\\'", "$'a'", "%1", "%self", "@a", ",", "a,b", "{", "}", "\u2019",
    "a..b",
]  # fmt: skip
_ECHO = "import json, sys; print(json.dumps(sys.argv[1:]))"
_SHELLS = {
    "bash": ["bash", "--norc", "-c"],
    "sh": ["sh", "-c"],
    "zsh": ["zsh", "-f", "-c"],
    "fish": ["fish", "--no-config", "-c"],
    "powershell": ["pwsh", "-NoProfile", "-Command"],
}


def _has(name: Shell) -> bool:
    return shutil.which(_SHELLS[name][0]) is not None


def _said(name: Shell, words: list[str]) -> list[str]:
    line = shell.line([sys.executable, "-c", _ECHO, *words], name)
    assert line is not None
    done = subprocess.run([*_SHELLS[name], line], capture_output=True, timeout=60, check=True)
    said = json.loads(done.stdout)
    assert isinstance(said, list)
    return said


@pytest.mark.parametrize("name", list(_SHELLS))
def test_each_shell_reads_every_word_as_itself(name: Shell) -> None:
    if not _has(name):
        pytest.skip(f"{_SHELLS[name][0]} is not installed here")
    words = [word for word in _WORDS if shell.quote(word, name) is not None]
    assert _said(name, words) == words
    if name != "powershell":
        assert words == _WORDS


@pytest.mark.parametrize("name", ["bash", "sh", "zsh", "fish"])
def test_generated_words_arrive_too(name: Shell) -> None:
    if not _has(name):
        pytest.skip(f"{name} is not installed here")

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=12), max_size=40)
    )
    def arrives(words: list[str]) -> None:
        assert _said(name, words) == words

    arrives()


@pytest.mark.skipif(not _has("bash"), reason="bash is not installed here")
def test_an_interactive_bash_expands_no_history() -> None:
    line = shell.line(["printf", "%s|", "a!b", "!!", "!$"], "bash")
    assert line is not None
    done = subprocess.run(
        ["bash", "--norc", "-i"],
        input=f"set -H\necho first\n{line}\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "a!b|!!|!$|" in done.stdout


@pytest.mark.parametrize("name", ["bash", "sh", "zsh", "fish", "powershell", "cmd"])
@pytest.mark.parametrize(
    "word",
    ["a\nb", "a\rb", "\x1b[2J", "\x00", "\x7f", "\x85", "a\tb", "\u202ea", "\u2066", "\ud800", "\u2028", "x" * 9000],
)
def test_what_a_terminal_acts_on_is_refused(name: Shell, word: str) -> None:
    assert shell.quote(word, name) is None
    assert shell.line(["echo", word], name) is None


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        (".venv\\Scripts\\python", ".venv\\Scripts\\python"),
        ("C:\\Program Files\\x", '"C:\\Program Files\\x"'),
        ("C:\\a b\\", '"C:\\a b\\\\"'),
        ("a&b", '"a&b"'),
        ("a^b", '"a^b"'),
        ("a|b>c", '"a|b>c"'),
        ("(a)", '"(a)"'),
        ("it's", '"it\'s"'),
        ("a=b", '"a=b"'),
        ("a,b;c", '"a,b;c"'),
        ("", '""'),
        ("%PATH%", None),
        ("a!b", None),
        ('a"b', None),
    ],
)
def test_cmd(word: str, quoted: str | None) -> None:
    assert shell.quote(word, "cmd") == quoted


@pytest.mark.parametrize(
    ("word", "first", "quoted"),
    [
        (".venv\\Scripts\\python", True, ".venv\\Scripts\\python"),
        ("C:\\Program Files\\py.exe", True, "& 'C:\\Program Files\\py.exe'"),
        ("C:\\Program Files\\x", False, "'C:\\Program Files\\x'"),
        ("it's", False, "'it''s'"),
        ("it\u2019s", False, "'it\u2019\u2019s'"),
        ("$env:PATH", False, "'$env:PATH'"),
        ("$(calc)", False, "'$(calc)'"),
        ("a`b", False, "'a`b'"),
        ("a;b", False, "'a;b'"),
        ("@a", False, "'@a'"),
        ("a,b", False, "'a,b'"),
        ("-a.b", False, "'-a.b'"),
        ("--upgrade", False, "--upgrade"),
        ("--", False, "--"),
        ("--%", False, None),
        ("", False, None),
        ('a"b', False, None),
        ("C:\\a b\\", False, None),
        ("-x", True, "& '-x'"),
        ("7z", True, "& '7z'"),
    ],
)
def test_powershell(word: str, first: bool, quoted: str | None) -> None:
    assert shell.quote(word, "powershell", first) == quoted


def test_the_first_word_is_no_assignment() -> None:
    assert shell.line(["A=1", "b=2"], "bash") == "'A=1' b=2"
    assert shell.line(["A=1"], "fish") == "'A=1'"
    assert shell.line([], "bash") is None


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("bash", "a && b && c"),
        ("fish", "a && b && c"),
        ("cmd", "a && b && c"),
        ("powershell", "a; if ($?) { b; if ($?) { c } }"),
    ],
)
def test_commands_are_joined_so_that_a_failure_stops_them(name: Shell, joined: str) -> None:
    assert shell.join(["a", "b", "c"], name) == joined
    assert shell.join(["a"], name) == "a"


@pytest.mark.parametrize("name", ["bash", "sh", "zsh", "fish"])
def test_a_failure_stops_what_follows(name: Shell) -> None:
    if not _has(name):
        pytest.skip(f"{name} is not installed here")
    line = shell.join(["echo one", "false", "echo two"], name)
    done = subprocess.run([*_SHELLS[name], line], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "one\n"
