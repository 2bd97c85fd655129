"""The harness of proofs: what it lets pass, and that it does not let everything pass."""

from __future__ import annotations

import asyncio
import io
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tracemend.knowledge.packs import Pack, pack_at, read_pack
from tracemend.proving import sandbox
from tracemend.proving.check import check_pack
from tracemend.proving.outcome import Outcome, Progress, as_junit
from tracemend.proving.proof import ProofError, proofs_of, read_proof
from tracemend.proving.prove import expected_report, prove, prove_pack, reports_of

TODAY = date(2026, 11, 26)
ENTRY = """\
id: shop.price
title: "No {key}"
summary: The price list has no such price.
documented: new
reviewed: "2026-11-24"
match:
  - {exception: KeyError, message: "(?P<key>'price of .+')"}
meaning: Square brackets ask for a key that must be there.
causes:
  - {id: misspelt, text: It is spelt differently., evidence: {fact: similar-key, of: key}, fixes: [use-similar]}
fixes:
  - {id: use-similar, title: "Use {similar}", edit: {recipe: spelling, to: "{similar}"}}
sources: [{title: KeyError, url: "https://docs.python.org/3/library/exceptions.html#KeyError"}]
examples:
  - output: "KeyError: 'price of aple'"
    expect: {specificity: type, params: {key: "'price of aple'"}}
"""
PROGRAM = '''\
"""Sell an apple."""
# fails: KeyError at line 5
# prints: 12
prices = {"price of apple": 12}
print(prices["price of aple"])  # the customer waits
'''
PROOFS = {
    "good": PROGRAM,
    "other-line": PROGRAM.replace("line 5", "line 4"),
    "other-output": PROGRAM.replace("prints: 12", "prints: 13"),
    "no-failure": PROGRAM.replace("aple", "apple"),
    "still-fails": PROGRAM + 'raise ValueError("something else")\n',
    "not-mended": PROGRAM.replace("price of apple", "something else"),
    "elsewhere": PROGRAM.replace("# prints", "# needs: no-such-tool-here\n# prints").replace("line 5", "line 6"),
}
EXPECTED = {
    "good": ("passed", ""),
    "other-line": ("failed", "it fails at line 5, not at line 4"),
    "other-output": ("failed", "after the fix it prints ['12'], not ['13']"),
    "no-failure": ("failed", "it does not fail with KeyError"),
    "still-fails": ("failed", "after the fix it still reports ValueError: something else"),
    "not-mended": ("failed", "the server does not offer use-similar"),
    "elsewhere": ("not run", "needs no-such-tool-here, which is not installed here"),
}


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    folder = tmp_path / "pack" / "shop"
    folder.mkdir(parents=True)
    (folder / "price.yaml").write_text(ENTRY)
    (folder / "price.use-similar.py").write_text(PROGRAM)
    return pack_at(tmp_path / "pack")


def test_each_way_a_proof_can_end(pack: Pack) -> None:
    for form, program in PROOFS.items():
        (pack.folder / "shop" / f"price.use-similar.{form}.py").write_text(program)
    (entry,) = read_pack(pack).entries
    proofs, faults = proofs_of(pack, entry)
    assert not faults
    outcomes = asyncio.run(prove(proofs, pack))
    found = {one.proof.file.name.split(".")[2]: one for one in outcomes if one.proof.file.name.count(".") == 3}
    for form, (state, reason) in EXPECTED.items():
        assert found[form].state == state, str(found[form])
        assert found[form].reason.startswith(reason), str(found[form])


def test_a_sound_pack_has_no_faults_and_is_proven(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_pack(pack, TODAY).faults == ()
    assert prove_pack(pack) == 0
    shown = capsys.readouterr()
    assert "passed shop.price use-similar" in shown.out
    assert "1 passed, 0 failed, 0 not run" in shown.err


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("similar-key", "similar-kay", 10, "there is no fact similar-kay"),
        ("recipe: spelling", "recipe: speling", 12, "there is no recipe speling"),
        ("Use {similar}", "Use {familiar}", 12, "nothing gives {familiar}"),
        ("{exception: KeyError,", "{exception: KeyError, tool: fortran,", 7, "no reader reads fortran"),
        ("specificity: type", "specificity: exact", 15, "its specificity is type, not exact"),
        ("params: {key: \"'price of aple'\"}", "params: {key: aple}", 15, "key is \"'price of aple'\", not 'aple'"),
        ("output: \"KeyError: 'price of aple'\"", "output: 'ValueError: no'", 15, "explains it instead"),
    ],
)
def test_what_only_the_whole_product_can_tell(pack: Pack, old: str, new: str, line: int, message: str) -> None:
    file = pack.folder / "shop" / "price.yaml"
    assert old in ENTRY
    file.write_text(ENTRY.replace(old, new))
    faults = [fault for fault in check_pack(pack, TODAY).faults if message in str(fault)]
    assert faults, check_pack(pack, TODAY).faults
    assert (faults[0].file, faults[0].line) == (str(file), line)
    assert faults[0].advice


@pytest.mark.parametrize(
    ("text", "message"),
    [("print()\n", "it does not say how it fails"), ("# fails: KeyError\n", "it does not say how it fails")],
)
def test_a_header_that_says_too_little(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "a.fix.py"
    file.write_text(text)
    with pytest.raises(ProofError) as told:
        read_proof("a", "fix", file)
    assert message in told.value.fault.message
    assert "# fails:" in told.value.fault.advice


def test_a_header_is_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "a.fix.py"
    file.write_text(
        '"""What it is for."""\n# setup: mkdir a\n# needs: posix, python>=3.10\n'
        "# fails: json.decoder.JSONDecodeError or ValueError at line 9\n"
        "# prints: one\n# prints: two\n# exits: 3\n# run: pytest -q {file}\nx = 1\n# prints: not part of it\n"
    )
    proof = read_proof("a", "fix", file)
    assert (proof.fails, proof.line, proof.exits, proof.run) == (
        ("json.decoder.JSONDecodeError", "ValueError"),
        9,
        3,
        "pytest -q {file}",
    )
    assert proof.setup == ("mkdir a",)
    assert proof.needs == ("posix", "python>=3.10")
    assert proof.prints == ("one", "two")


def test_another_interpreter_says_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a.fix.py"
    file.write_text('"""A."""\n# needs: python>=3.10, no-such-distribution\n# fails: KeyError at line 4\n{}["a"]\n')
    proof = read_proof("python.a", "fix", file)
    assert sandbox.missing(proof, sys.executable) == "needs no-such-distribution, which is not installed here"
    file.write_text('"""A."""\n# needs: no no-such-distribution, no pytest\n# fails: KeyError at line 4\n{}["a"]\n')
    without = read_proof("python.a", "fix", file)
    assert sandbox.missing(without, sys.executable) == "needs a Python without pytest, which is installed here"
    assert sandbox.command_of(proof, file, "/opt/python")[0] == "/opt/python"
    assert sandbox.environment(sandbox.Place(tmp_path, "/opt/bin/python"))["PATH"].startswith("/opt/bin")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_of_a_terminal_and_nothing_elsewhere(pack: Pack) -> None:
    (entry,) = read_pack(pack).entries
    (proof,) = proofs_of(pack, entry)[0]
    for stream, shown in ((_Terminal(), True), (io.StringIO(), False)):
        progress = Progress(2, stream)
        progress.done(Outcome(proof, "passed"))
        progress.done(Outcome(proof, "failed", "why"))
        progress.clear()
        lines = ["1 of 2: shop.price", "2 of 2, 1 failed: shop.price", ""]
        assert stream.getvalue() == ("".join(f"\r\x1b[K{line}" for line in lines) if shown else "")


def test_junit_says_what_became_of_each(pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("other-output", "elsewhere"):
        (pack.folder / "shop" / f"price.use-similar.{form}.py").write_text(PROOFS[form])
    file = tmp_path / "junit.xml"
    assert prove_pack(pack, junit=file) == 1
    assert "\x1b" not in capsys.readouterr().err
    root = ElementTree.parse(file).getroot()
    (suite,) = root
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    for one in (root, suite):
        assert {name: one.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
            "tests": "3",
            "failures": "1",
            "errors": "0",
            "skipped": "1",
        }
        assert float(one.get("time", "")) > 0
    cases = {case.get("name"): case for case in suite}
    assert set(cases) == {f"price.use-similar{form}.py" for form in ("", ".other-output", ".elsewhere")}
    assert all(case.get("classname") == "shop.price" and float(case.get("time", "")) >= 0 for case in suite)
    assert list(cases["price.use-similar.py"]) == []
    (failure,) = cases["price.use-similar.other-output.py"]
    assert (failure.tag, failure.text) == ("failure", "after the fix it prints ['12'], not ['13']")
    assert failure.get("message") == failure.text
    (skipped,) = cases["price.use-similar.elsewhere.py"]
    assert (skipped.tag, skipped.get("message")) == ("skipped", "needs no-such-tool-here, which is not installed here")


def test_junit_holds_only_what_xml_can(pack: Pack) -> None:
    (entry,) = read_pack(pack).entries
    (proof,) = proofs_of(pack, entry)[0]
    root = ElementTree.fromstring(as_junit([Outcome(proof, "failed", "a\x1b[0m <b> & \x00 é\nmore")]))
    failure = root[0][0][0]
    assert (failure.get("message"), failure.text) == ("a\ufffd[0m <b> & \ufffd é", "a\ufffd[0m <b> & \ufffd é\nmore")


def test_a_report_that_another_process_has_torn_is_not_the_one(pack: Pack) -> None:
    """Two processes print at once: one traceback has lost the lines above its error."""
    good = next(one for one in proofs_of(pack, read_pack(pack).entries[0])[0] if one.name.endswith(".py"))
    whole = f'Traceback (most recent call last):\n  File "app.py", line {good.line}, in <module>\nKeyError: 1\n'
    torn = 'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nKeyError: 1\n'
    for printed in (whole + torn, torn + whole):
        report = expected_report(good, reports_of(good, Path("app.py"), printed), printed)
        assert report.user_frame is not None
        assert report.user_frame.line == good.line
