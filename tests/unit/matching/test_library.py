"""Reports against entries, through YAML, the compiled index and the file it lies in."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from matching_samples import OpenLibrary, WritePack, entry, frames, report
from tracemend.knowledge.model import Clause, Entry, Signature
from tracemend.knowledge.packs import Pack, PackContent
from tracemend.matching.compile import compile_pack
from tracemend.matching.index import Index, Patterns
from tracemend.matching.library import Library, tied
from tracemend.matching.match import Match
from tracemend.matching.store import Stored
from tracemend.reading.report import ErrorReport, Hints


def ids(library: Library, report: ErrorReport, hints: Hints | None = None) -> list[str]:
    return [match.entry for match in library.match(report, hints or Hints())]


def only(library: Library, report: ErrorReport, hints: Hints | None = None) -> Match:
    (match,) = library.match(report, hints or Hints())
    return match


DENIED = entry("os.denied", {"exception": "PermissionError", "errno": ["EACCES", "EPERM"], "winerror": [5, 32, 33]})


def test_a_number_with_the_paths_that_were_printed(library: OpenLibrary) -> None:
    opened = library(DENIED)
    match = only(opened, report("PermissionError", "[Errno 13] Permission denied: 'a b.csv' -> 'c.csv'"))
    assert (match.specificity, match.item, match.general, match.pack) == ("exact", 0, False, None)
    assert match.captures == {"path": "a b.csv", "path2": "c.csv"}
    assert ids(opened, report("PermissionError", "[WinError 32] The process cannot access the file: 'a'"))
    assert not ids(opened, report("PermissionError", "[Errno 2] No such file"))
    assert not ids(opened, report("PermissionError", "13"))
    assert not ids(opened, report("FileNotFoundError", "[Errno 13] Permission denied: 'a'"))


def test_all_keys_must_hold_and_any_value_may(library: OpenLibrary) -> None:
    opened = library(
        entry(
            "net.used", {"exception": ["OSError", "RuntimeError"], "message": "Address already in use.*", "errno": 98}
        )
    )
    assert ids(opened, report("OSError", "[Errno 98] Address already in use"))
    assert not ids(opened, report("OSError", "[Errno 48] Address already in use"))
    assert not ids(opened, report("ValueError", "[Errno 98] Address already in use"))
    assert not ids(opened, report("OSError", "[Errno 98] Address not in use"))


def test_the_pattern_holds_for_the_whole_first_line(library: OpenLibrary) -> None:
    opened = library(entry("a.never", {"exception": "RuntimeError", "message": "was never (?P<what>\\w+) here"}))
    assert only(opened, report("RuntimeError", "was never seen here\nsecond line")).captures == {"what": "seen"}
    assert not ids(opened, report("RuntimeError", "it was never seen here"))
    assert not ids(opened, report("RuntimeError", "was never seen here, no"))
    assert not ids(opened, report("RuntimeError", "first line\nwas never seen here"))


def test_a_literal_stands_anywhere_further_lines_and_notes_included(library: OpenLibrary) -> None:
    opened = library(entry("a.literal", {"exception": "ValueError", "literal": ["truth value of", "other text here"]}))
    for message, notes in [
        ("The truth value of an array", ()),
        ("first\nsecond: other text here.", ()),
        ("first", ("a note", "the truth value of it")),
    ]:
        found = only(opened, report("ValueError", message, notes=notes))
        assert found.specificity == "pattern"
    assert not ids(opened, report("ValueError", "The truth values of an array"))


def test_a_literal_in_the_text_of_a_path_is_none(library: OpenLibrary) -> None:
    opened = library(entry("a.literal", {"exception": "ValueError", "literal": "is managed"}))
    assert not ids(opened, report("ValueError", "this managed"))
    assert not ids(opened, report("ValueError", "is managedly"))


def test_types_by_base_dotted_and_any_module(library: OpenLibrary) -> None:
    opened = library(
        entry("a.base", {"exception": "LookupError"}),
        entry("a.dotted", {"exception": "json.decoder.JSONDecodeError"}),
        entry("a.any", {"exception": "*.ValidationError"}),
    )
    assert ids(opened, report("KeyError", "'a'")) == ["a.base"]
    assert ids(opened, report("json.decoder.JSONDecodeError", "Extra data")) == ["a.dotted"]
    assert ids(opened, report("JSONDecodeError", "Extra data")) == []
    assert ids(opened, report("pydantic_core._pydantic_core.ValidationError", "1 validation error")) == ["a.any"]
    assert ids(opened, report("ValidationError", "1 validation error")) == ["a.any"]
    assert ids(opened, report("shop.LookupError", "no")) == []


def test_a_finding_by_tool_and_code(library: OpenLibrary) -> None:
    opened = library(
        entry(
            "typing.optional",
            {
                "diagnostic": {"tool": "pyright", "code": "reportOptionalMemberAccess"},
                "message": '"(?P<attribute>\\w+)" is not a known (?:attribute|member) of "None"',
            },
        )
    )
    message = '"group" is not a known attribute of "None"'
    code = "reportOptionalMemberAccess"
    assert only(opened, report(None, message, tool="pyright", code=code)).captures == {"attribute": "group"}
    assert ids(opened, report(None, message, tool="pyright", code=code, severity="warning"))
    assert not ids(opened, report(None, message, tool="mypy", code=code))
    assert not ids(opened, report(None, "something else", tool="pyright", code=code))
    assert not ids(opened, report(None, message, tool="pyright", code="reportOther"))


def test_severity_is_error_for_all_but_warnings(library: OpenLibrary) -> None:
    opened = library(
        entry("a.text", {"message": "invalid value encountered"}),
        entry("a.warned", {"exception": "RuntimeWarning", "message": "invalid value encountered"}),
        entry("a.only-warned", {"severity": "warning", "message": "invalid value encountered"}),
    )
    text = "invalid value encountered"
    assert set(ids(opened, report("RuntimeWarning", text, severity="warning"))) == {"a.warned", "a.only-warned"}
    # Raised with `python -W error` it is an error.
    assert set(ids(opened, report("RuntimeWarning", text))) == {"a.text", "a.warned"}
    assert set(ids(opened, report("RuntimeError", text))) == {"a.text"}


def test_the_module_that_raised_it(library: OpenLibrary) -> None:
    opened = library(
        entry("a.key", {"exception": "KeyError", "message": "(?P<key>.+)"}),
        entry("a.environ", {"exception": "KeyError", "raised_in": "os", "message": "'(?P<name>.+)'"}),
    )
    in_os = report("KeyError", "'HOME'", frames=frames("app.py", "<frozen os>"))
    assert ids(opened, in_os) == ["a.environ", "a.key"]
    assert ids(opened, report("KeyError", "'HOME'", frames=frames("/usr/lib/python3.11/os.py", "app.py"))) == ["a.key"]
    assert ids(opened, report("KeyError", "'HOME'")) == ["a.key"]


def test_exit_status_and_tool(library: OpenLibrary) -> None:
    opened = library(entry("a.exit", {"tool": ["shell", "pip"], "message": "command not found", "exit": [127]}))
    text = report(None, "command not found", tool="shell")
    assert ids(opened, text, Hints(exit_code=127))
    assert not ids(opened, text, Hints(exit_code=1))
    assert not ids(opened, text, Hints())
    assert not ids(opened, report(None, "command not found", tool="git"), Hints(exit_code=127))


def test_the_command_line_gives_captures(library: OpenLibrary) -> None:
    opened = library(
        entry(
            "pip.managed",
            {"tool": "pip", "message": "externally-managed-environment"},
            command="pip install (?P<packages>.+)",
        )
    )
    text = report(None, "externally-managed-environment", tool="pip")
    assert only(opened, text, Hints(command="python -m pip install a b")).captures == {"packages": "a b"}
    assert only(opened, text, Hints(command="make")).captures == {}
    assert only(opened, text).captures == {}


def test_the_code_is_asked_last_and_unknown_is_no(library: OpenLibrary) -> None:
    opened = library(
        entry("a.code", {"exception": "SyntaxError", "message": "invalid syntax", "code": {"not": "bracket-open"}})
    )
    asked: list[tuple[Clause, Mapping[str, str]]] = []

    def answering(answer: bool | None):  # type: ignore[no-untyped-def]  # the callable's type is CodeFact
        def code(clause: Clause, captures: Mapping[str, str]) -> bool | None:
            asked.append((clause, captures))
            return answer

        return code

    text = report("SyntaxError", "invalid syntax")
    assert opened.match(text, Hints(), answering(True))
    assert not opened.match(text, Hints(), answering(False))
    assert not opened.match(text, Hints(), answering(None))
    assert not opened.match(text, Hints())
    assert [clause for clause, _ in asked] == [Clause("bracket-open", negated=True)] * 3
    opened.match(report("SyntaxError", "invalid syntax. Perhaps?"), Hints(), answering(True))
    assert len(asked) == 3


def test_ranking(library: OpenLibrary) -> None:
    opened = library(
        entry("z.general", {"exception": "OSError", "errno": [13]}, general=True),
        entry("a.type", {"exception": "OSError"}),
        entry("b.pattern", {"exception": "OSError", "literal": "Permission denied"}),
        entry("c.exact", {"exception": "OSError", "errno": [13]}),
        entry("d.more-conditions", {"exception": "OSError", "errno": [13], "message": "Permission denied.*"}),
        entry("e.more-words", {"exception": "OSError", "errno": [13], "message": "Permission denied: 'very secret'"}),
        entry("b.same-as-c", {"exception": "OSError", "errno": [13]}),
    )
    found = ids(opened, report("PermissionError", "[Errno 13] Permission denied: 'very secret'"))
    assert found == ["e.more-words", "d.more-conditions", "b.same-as-c", "c.exact", "b.pattern", "a.type", "z.general"]


def test_among_equals_the_nearer_type_wins(library: OpenLibrary) -> None:
    opened = library(
        entry("a.exception", {"exception": "Exception"}, general=True),
        entry("b.arithmetic", {"exception": "ArithmeticError"}, general=True),
        entry("c.overflow", {"exception": ["MemoryError", "OverflowError"]}, general=True),
    )
    assert ids(opened, report("OverflowError", "too large")) == ["c.overflow", "b.arithmetic", "a.exception"]
    assert ids(opened, report("ZeroDivisionError", "by zero")) == ["b.arithmetic", "a.exception"]


def test_the_best_item_of_an_entry_counts(library: OpenLibrary) -> None:
    opened = library(entry("a.both", {"exception": "OSError"}, {"exception": "OSError", "errno": [13]}))
    match = only(opened, report("OSError", "[Errno 13] Permission denied"))
    assert (match.item, match.specificity) == (1, "exact")
    match = only(opened, report("OSError", "no number"))
    assert (match.item, match.specificity) == (0, "type")


def test_another_python_ranks_lower_but_is_not_excluded(library: OpenLibrary) -> None:
    opened = library(
        entry("a.old", {"exception": "SyntaxError", "message": "unexpected EOF while parsing", "python": "<3.10"}),
        entry("b.any", {"exception": "SyntaxError", "message": "unexpected EOF while parsing"}),
    )
    assert ids(opened, report("SyntaxError", "unexpected EOF while parsing")) == ["a.old", "b.any"]
    assert ids(opened, report("SyntaxError", "unexpected EOF while parsing", python="3.9")) == ["a.old", "b.any"]
    assert ids(opened, report("SyntaxError", "unexpected EOF while parsing", python="3.12")) == ["b.any", "a.old"]


def test_a_message_of_megabytes(library: OpenLibrary) -> None:
    opened = library(entry("a.long", {"exception": "ValueError", "message": "too much of (?P<what>.+)"}))
    found = only(opened, report("ValueError", "too much of " + "a " * 2_000_000))
    assert len(found.captures["what"]) < 2_000
    before = time.perf_counter()
    assert not ids(opened, report("OSError", "[Errno 13] " + ": 'a" * 1_000_000))
    assert time.perf_counter() - before < 2


def test_later_packs_win_and_switch_off(write_pack: WritePack, tmp_path: Path) -> None:
    base = write_pack("base", entry("a.one", {"exception": "KeyError"}), entry("a.two", {"exception": "KeyError"}),
                      entry("a.three", {"exception": "KeyError"}), builtin=True)  # fmt: skip
    user = write_pack("mine", entry("a.one", {"exception": "IndexError"}), {"id": "a.two", "disabled": True})
    opened = Library.open([base, user], tmp_path / "cache", disabled=["a.three", "not.there"])
    assert opened.faults == ()
    assert opened.ids() == ("a.one",)
    assert ids(opened, report("KeyError", "1")) == []
    (match,) = opened.match(report("IndexError", "1"), Hints())
    assert (match.pack, opened.pack_of("a.one"), opened.pack_of("a.two")) == ("mine", "mine", None)
    assert opened.entry("a.two") is None

    team = write_pack("team", entry("a.two", {"exception": "KeyError"}, title="The team's"))
    opened = Library.open([base, user, team], tmp_path / "cache")
    assert opened.pack_of("a.two") == "team"
    body = opened.entry("a.two")
    assert body is not None
    assert body.title == "The team's"


def test_a_tie_goes_to_the_later_pack(write_pack: WritePack, tmp_path: Path) -> None:
    base = write_pack("base", entry("a.one", {"exception": "KeyError"}), builtin=True)
    user = write_pack("mine", entry("z.one", {"exception": "KeyError"}))
    opened = Library.open([base, user], tmp_path / "cache")
    assert ids(opened, report("KeyError", "1")) == ["z.one", "a.one"]


def test_a_tie_goes_to_the_message_that_says_more(write_pack: WritePack, tmp_path: Path) -> None:
    wide = entry("a.wide", {"exception": "AttributeError", "message": "'(?P<type>\\w+)' has no '(?P<name>\\w+)'"})
    narrow = entry(
        "z.narrow", {"exception": "AttributeError", "message": "'(?P<type>Series|Index)' has no '(?P<name>ix)'"}
    )
    base = write_pack("base", narrow, wide, builtin=True)
    opened = Library.open([base], tmp_path / "cache")
    found = report("AttributeError", "'Index' has no 'ix'")
    assert ids(opened, found) == ["z.narrow", "a.wide"]
    assert ids(opened, report("AttributeError", "'Index' has no 'at'")) == ["a.wide"]
    (first, _), (second, _) = opened.ordered(found, Hints())
    assert not tied(first, second)
    # A later pack says what it says on purpose.
    user = write_pack("mine", entry("b.own", wide["match"][0]))
    opened = Library.open([base, user], tmp_path / "cache")
    assert ids(opened, found) == ["b.own", "z.narrow", "a.wide"]


def test_only_the_ids_decide(library: OpenLibrary) -> None:
    opened = library(entry("b.one", {"exception": "KeyError"}), entry("a.one", {"exception": "KeyError"}))
    (first, match), (second, _) = opened.ordered(report("KeyError", "1"), Hints())
    assert match.entry == "a.one"
    assert tied(first, second)


def test_the_body_comes_back_whole(library: OpenLibrary) -> None:
    opened = library(
        entry(
            "os.denied",
            {"exception": "PermissionError", "errno": ["EACCES"]},
            causes=[{"id": "c", "text": "It is so.", "when": {"os": "linux"}, "evidence": [{"not": "path-missing"}],
                     "fixes": ["f"]}],
            fixes=[{"id": "f", "title": "Do it", "edit": {"recipe": "retry", "attempts": 5, "backoff": 0.1}}],
        )
    )  # fmt: skip
    body = opened.entry("os.denied")
    assert body is not None
    assert body.match[0].errno == (13,)
    assert body.causes[0].evidence == (Clause("path-missing", negated=True),)
    assert body.fixes[0].edit is not None
    assert body.fixes[0].edit.arguments == {"attempts": 5, "backoff": 0.1}
    assert opened.entry("os.denied") is body
    assert opened.entry("no.such") is None


def test_nearest(library: OpenLibrary) -> None:
    opened = library(DENIED, entry("net.refused", {"exception": "ConnectionRefusedError"}, title="Connection refused"))
    assert opened.nearest(report("psycopg2.OperationalError", "connection refused"))[:1] == ("net.refused",)
    assert opened.nearest(report("shop.Odd", "zebra")) == ()


@pytest.mark.parametrize("pattern", ["(a+)+b two words", "(?:x*)*two words", ".*.*two words"])
def test_a_pattern_that_could_hang_is_refused(write_pack: WritePack, tmp_path: Path, pattern: str) -> None:
    pack = write_pack(
        "hostile",
        entry("a.hang", {"exception": "ValueError", "message": pattern}),
        entry("a.sound", {"exception": "ValueError"}),
    )
    for _ in ("compiled", "from the cache"):
        opened = Library.open([pack], tmp_path / "cache")
        assert "a.hang" in "".join(map(str, opened.faults)) or "hang.yaml" in "".join(map(str, opened.faults))
        assert ids(opened, report("ValueError", "a" * 100 + " two words")) == ["a.sound"]


def test_a_pattern_that_could_hang_is_not_run_whatever_a_compiled_file_says(tmp_path: Path) -> None:
    entries = (
        Entry("a.hang", match=(Signature(exception=("ValueError",), message="(?:a+)+b"),), command="(?:a+)+b"),
        Entry("a.command", match=(Signature(exception=("ValueError",)),), command="(?:a+)+b"),
    )
    content = PackContent(Pack("hostile", tmp_path), entries, {entry.id: {"id": entry.id} for entry in entries})
    stored = Stored.of_bytes(compile_pack(content, "", {}))
    opened = Library([Index(content.pack, stored, Patterns())])
    before = time.perf_counter()
    found = opened.match(report("ValueError", "a" * 1000), Hints(command="a" * 1000))
    assert [match.entry for match in found] == ["a.command"]
    assert time.perf_counter() - before < 1


def test_the_bases_of_library_types(tmp_path: Path) -> None:
    entry = Entry("a.os", match=(Signature(exception=("OSError",)),))
    content = PackContent(Pack("one", tmp_path), (entry,), {"a.os": {"id": "a.os"}})
    bases = {"requests.exceptions.RequestException": ("OSError",)}
    for given, expected in ((bases, ["a.os"]), ({}, [])):
        stored = Stored.of_bytes(compile_pack(content, "", given))
        opened = Library([Index(content.pack, stored, Patterns())])
        assert ids(opened, report("requests.exceptions.RequestException", "no")) == expected


def test_many_threads_at_once(library: OpenLibrary) -> None:
    opened = library(
        *(entry(f"a.entry-{n}", {"exception": "KeyError", "message": f"word{n} other .+"}) for n in range(90))
    )
    text = [report("KeyError", f"word{n} other thing") for n in range(90)]

    def ask(n: int) -> bool:
        number = n % 90
        body = opened.entry(f"a.entry-{number}")
        return (
            ids(opened, text[number]) == [f"a.entry-{number}"] and body is not None and body.id == f"a.entry-{number}"
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(900)))


def test_a_class_that_was_printed_without_its_module_is_known_by_its_message(library: OpenLibrary) -> None:
    opened = library(
        entry("db.table", {"exception": "sqlite3.OperationalError", "message": "no such table: (?P<table>.+)"}),
        entry("web.table", {"exception": "web.db.OperationalError", "message": "no such table: (?P<table>\\w+)"}),
        entry(
            "zip.none",
            {"exception": "zipfile.BadZipFile", "message": "(?:File is not a zip file|Truncated file header .{1,9})"},
        ),
        entry("any", {"exception": "sqlite3.OperationalError", "message": "no (?P<what>.+)"}),
    )
    plain = report("OperationalError", "no such table: users")
    assert ids(opened, plain) == ["db.table", "web.table"]
    in_library = report("OperationalError", "no such table: users", frames=frames("/venv/site-packages/web/db.py"))
    assert set(ids(opened, in_library)) == {"db.table", "web.table"}
    assert ids(opened, report("BadZipFile", "File is not a zip file")) == ["zip.none"]
    assert ids(opened, report("other.OperationalError", "no such table: users")) == []
    assert ids(opened, report("ValueError", "no such table: users")) == []
