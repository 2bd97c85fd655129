"""Whether the machine has a graphics card of NVIDIA."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.evidence import cards
from tracemend.evidence.fact import UNKNOWN, Finding, Inquiry
from tracemend.reading.report import ErrorReport, Span

INQUIRY = Inquiry(None, {}, {}, ErrorReport("python", "error", None, "", Span(1, 1)), None, Context("here"))


def asked(system: str) -> Finding:
    return cards.no_nvidia_card(INQUIRY._replace(context=replace(INQUIRY.context, system=system)))


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "devices"
    monkeypatch.setattr(cards, "DEVICES", str(folder))
    monkeypatch.setattr(cards, "NODES", (str(tmp_path / "nvidia0"),))
    for name, vendor in (("0000:00:00.0", "0x8086"), ("0000:01:00.0", "0x1002")):
        (folder / name).mkdir(parents=True)
        (folder / name / "vendor").write_text(f"{vendor}\n")
    return folder


def test_no_card(devices: Path) -> None:
    found = asked("linux")
    assert (found.holds, found.values) == (True, {"card": "none"})
    assert found.seen == "None of the 2 PCI devices is made by NVIDIA."


def test_a_card_without_its_driver(devices: Path) -> None:
    (devices / "0000:01:00.0" / "vendor").write_text("0x10de\n")
    assert asked("linux") == Finding(False, "The device 0000:01:00.0 is made by NVIDIA.")


def test_what_a_driver_made(devices: Path) -> None:
    (devices.parent / "nvidia0").touch()
    assert asked("linux").holds is False


def test_not_known(devices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked("windows") == UNKNOWN
    (devices / "0000:01:00.0" / "vendor").unlink()
    assert asked("linux") == UNKNOWN
    monkeypatch.setattr(cards, "DEVICES", str(devices / "none"))
    assert asked("linux") == UNKNOWN
    assert asked("macos").holds is True
