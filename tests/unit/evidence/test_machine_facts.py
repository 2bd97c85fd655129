"""Facts about environment variables and ports, and how facts are asked."""

from __future__ import annotations

import importlib
import logging
import socket
import sys
import time
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.evidence import limits, registry
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.knowledge.model import Clause
from tracemend.reading.report import ErrorReport, Span

from .conftest import look

INQUIRY = Inquiry(None, {}, {}, ErrorReport("python", "error", None, "", Span(1, 1)), None, Context("here"))
linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc/net/tcp")


def test_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOPE_TOKEN", raising=False)
    found = look("env-not-set", "'NOPE_TOKEN'")
    assert (found.holds, found.seen) == (True, "NOPE_TOKEN is not set for the editor's server either.")
    monkeypatch.setenv("NOPE_TOKEN", "secret")
    found = look("env-not-set", "NOPE_TOKEN")
    assert found.holds is None, "what is set for the server need not have been set for the program"
    assert "secret" not in str(found)
    assert look("env-similar", "NOPE_TOKN").values == {"similar": "NOPE_TOKEN"}
    assert look("env-not-set", "A B").holds is None


def test_variable_in_a_dotenv_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# KEY=1\nexport API_KEY = 'secret'\nOTHER=2\n")
    found = look("env-in-dotenv", "API_KEY", folder=tmp_path)
    assert (found.holds, found.values) == (True, {"dotenv": str(tmp_path / ".env")})
    assert "secret" not in str(found)
    assert look("env-in-dotenv", "KEY", folder=tmp_path).holds is False
    assert look("env-in-dotenv", "KEY").holds is None


def test_externally_managed_names_the_folder() -> None:
    found = look("externally-managed")
    markers = list(Path("/usr/lib").glob("python3*/EXTERNALLY-MANAGED")) if sys.platform == "linux" else []
    if markers:
        assert found.holds is True
        assert str(markers[0].parent.parent) in (found.seen or "")
    else:
        assert found.holds is not False


@linux
def test_port(tmp_path: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        program = tmp_path / "serve.py"
        program.write_text(f"import socket\nPORT = {port}\ns = socket.socket()\ns.bind(('', PORT))\n")
        literal = tmp_path / "literal.py"
        literal.write_text(f"connect('127.0.0.1', {port})\n")
        message = f"[Errno 98] error while attempting to bind on address ('127.0.0.1', {port}): address already in use"
        for found in (
            look("port-in-use", str(port)),
            look("port-in-use", message=message),
            look("port-in-use", source=program, line=4),
            look("port-in-use", source=literal),
        ):
            assert found.holds is True
            assert found.values["port"] == str(port)
            assert f"listens on port {port}" in (found.seen or "")
            assert str(found.values["pid"]).isdigit()
        assert look("port-free", str(port)).holds is False
    assert look("port-in-use", str(port)).holds is False
    assert look("port-free", str(port)).holds is True


@pytest.mark.parametrize("value", [None, "", "0", "99999", "http", "٣"])
def test_no_port(value: str | None) -> None:
    assert look("port-in-use", value).holds is None


def replaced(monkeypatch: pytest.MonkeyPatch, fact: Fact) -> None:
    monkeypatch.setattr(registry, "fact", {fact.name: fact}.get)


def test_a_fact_that_fails_is_unknown_and_logged_without_its_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(inquiry: Inquiry) -> Finding:
        raise PermissionError("/home/user/private")

    replaced(monkeypatch, Fact("fails", "?", fails))
    with caplog.at_level(logging.INFO):
        assert registry.ask(Clause("fails"), INQUIRY) == UNKNOWN
    assert "fails" in caplog.text
    assert "private" not in caplog.text


def test_a_fact_that_takes_long_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(inquiry: Inquiry) -> Finding:
        for _ in limits.watched(range(1_000_000), 1):
            time.sleep(0.005)  # what a slow disk takes for each file
        return Finding(True)

    replaced(monkeypatch, Fact("slow", "?", slow))
    before = time.perf_counter()
    assert registry.ask(Clause("slow"), INQUIRY) == UNKNOWN
    assert time.perf_counter() - before < 1.0


def test_no_such_fact() -> None:
    assert registry.ask(Clause("no-such-fact"), INQUIRY) == UNKNOWN


@pytest.mark.parametrize("subject", registry._SUBJECTS)
def test_every_fact_of_a_subject_is_listed_once(subject: str) -> None:
    module = importlib.import_module(f"tracemend.evidence.{subject}")
    assert registry._SUBJECTS[subject].split() == [fact.name for fact in module.FACTS]


def test_every_fact_answers_an_empty_question() -> None:
    """Nothing captured, no place, no folder: no fact fails, and none claims to have seen a thing it was not asked."""
    for name, fact in registry.facts().items():
        assert name == fact.name
        assert fact.question.endswith("?")
        finding = fact.look(INQUIRY)
        if name not in ("externally-managed", "module-is-stdlib", "no-nvidia-card"):
            assert finding.holds is None, name
