"""The tables that come with the program, and how they are checked and compiled."""

from __future__ import annotations

import importlib
import marshal
import sys

import pytest
from tracemend.evidence.similar import closest
from tracemend.knowledge import packs, tables
from tracemend.knowledge.packs import Pack
from tracemend.knowledge.tables import MODELS, check_tables, compile_tables, read_table

FOLDER = packs.builtin_pack().folder / "tables"


def test_the_tables_are_sound_and_all_are_known():
    assert check_tables(FOLDER) == []
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(MODELS)


def test_names_that_everybody_meets():
    modules = tables.module_distributions()
    assert (modules["cv2"], modules["yaml"], modules["sklearn"]) == ("opencv-python", "PyYAML", "scikit-learn")
    assert not {*modules} & set(sys.stdlib_module_names), "nothing is installed for the standard library"
    known = {*modules, *sys.stdlib_module_names}
    same = [name for name, distribution in modules.items() if name == distribution]
    assert not [name for name in same if closest(name, known) is None], "needs no row: nothing is spelt like it"
    assert tables.command_distributions()["django-admin"] == "Django"
    assert tables.imports_of_names()["Path"] == "from pathlib import Path"


def test_names_that_versions_of_python_added_are_here_from_their_version_on():
    added = tables.added_names()
    assert (added["tomllib"], added["typing.Self"], added["pathlib.Path.walk"]) == ("3.11", "3.11", "3.12")
    assert not set(added) & (set(tables.removed_names()) | set(tables.moved_names())), "gone again"
    wrong = [name for name, since in added.items() if _is_here(name) not in (None, _version(since) <= sys.version_info)]
    assert wrong == []


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _is_here(dotted: str) -> bool | None:
    """Whether this Python has a name of its library; None where a part of the library was left out (tkinter)."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        try:
            owner = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        try:
            for part in parts[count:]:
                owner = getattr(owner, part)
        except AttributeError:
            return False
        return True
    return False if parts[0] in sys.stdlib_module_names and parts[0] != "tkinter" else None


def test_a_member_that_a_version_added_is_found_by_the_class_that_a_message_names():
    assert tables.added_member("str", "removeprefix") == "3.9"
    assert tables.added_member("WindowsPath", "walk") == "3.12"
    assert tables.added_member("PurePosixPath", "walk") is None
    assert tables.added_member("PosixPath", "with_segments") == "3.12"
    assert tables.added_member("datetime.date", "fromisocalendar") == "3.8"
    assert tables.added_member("Order", "removeprefix") is None


def test_bases_of_exceptions_agree_with_this_python():
    rows = tables.table("exception-bases")
    bases = {name: (of,) if isinstance(of, str) else tuple(of) for name, of in rows.items()}
    assert bases["requests.exceptions.RequestException"] == ("OSError",)
    assert bases["ssl.SSLCertVerificationError"] == ("ssl.SSLError", "ValueError")
    checked = 0
    for dotted in (
        "json.decoder.JSONDecodeError",
        "urllib.error.HTTPError",
        "sqlite3.OperationalError",
        "socket.gaierror",
        "subprocess.CalledProcessError",
        "dataclasses.FrozenInstanceError",
    ):
        module, _, name = dotted.rpartition(".")
        cls = getattr(importlib.import_module(module), name)
        found = tuple(
            b.__name__ if b.__module__ == "builtins" else f"{b.__module__}.{b.__name__}"
            for b in cls.__bases__
            if issubclass(b, BaseException)
        )
        assert bases[dotted] == found
        checked += 1
    assert checked == 6


def test_imports_of_names_are_statements_that_give_the_name():
    import ast

    for name, statement in tables.imports_of_names().items():
        node = ast.parse(statement).body[0]
        assert isinstance(node, (ast.Import, ast.ImportFrom))
        assert [alias.asname or alias.name for alias in node.names] == [name]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("description: d\nrows: {a: b}\n", 1, "sources"),
        ("sources: [{title: t, url: 'https://a'}]\nrows: {a: b}\n", 1, "description"),
        ("description: d\nsources: [{title: t, url: 'http://a'}]\nrows: {a: b}\n", 2, "sources"),
        ("description: d\nsources: [{title: t, url: 'https://a'}]\nrows:\n  a: 'b; rm'\n", 4, "rows.a"),
        ("description: d\nsources: [{title: t, url: 'https://a'}]\nrows:\n  a-b: c\n", 4, "rows.a-b"),
        ("description: d\nsources: [{title: t, url: 'https://a'}]\nrows: [a]\n", 3, "rows"),
        ("description: d\nextra: 1\nsources: [{title: t, url: 'https://a'}]\nrows: {a: b}\n", 2, "extra"),
    ],
)
def test_a_broken_table(tmp_path, text, line, key):
    path = tmp_path / "module-distribution.yaml"
    path.write_text(text)
    assert [(fault.line, fault.key) for fault in read_table(path)[1]] == [(line, key)]
    with pytest.raises(ValueError, match=key.replace("[", r"\[")):
        compile_tables(tmp_path, tmp_path / "out")


def test_a_compiled_table_is_read_without_yaml(tmp_path, monkeypatch):
    written = compile_tables(FOLDER, tmp_path / "tables")
    assert {path.stem for path in written} == set(MODELS)
    assert marshal.loads((tmp_path / "tables" / "exception-bases.marshal").read_bytes())
    monkeypatch.setattr(tables, "builtin_pack", lambda: Pack("builtin", tmp_path, builtin=True))
    tables.table.cache_clear()
    try:
        assert tables.table("module-distribution")["PIL"] == "pillow"
    finally:
        tables.table.cache_clear()
