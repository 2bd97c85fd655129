"""Facts about the failing statement, its names and keys."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from tracemend.evidence.fact import Finding
from tracemend.evidence.registry import facts
from tracemend.evidence.similar import closest

from .conftest import look


class Program:
    """A file of source; facts are asked of the line that `>>>` marks (the mark is taken out)."""

    def __init__(self, folder: Path, text: str) -> None:
        text = dedent(text).lstrip("\n")
        lines = text.split("\n")
        self.line = next(number for number, line in enumerate(lines, 1) if ">>>" in line)
        marked = lines[self.line - 1]
        lines[self.line - 1] = marked.replace(">>>", "")
        self.file = folder / "program.py"
        self.file.write_text("\n".join(lines), encoding="utf-8")

    def ask(self, fact: str, value: str | None = None, *, carets: str | None = None, **more: object) -> Finding:
        printed = columns = None
        if carets is not None:
            printed = self.file.read_text(encoding="utf-8").split("\n")[self.line - 1].strip()
            columns = (printed.index(carets), printed.index(carets) + len(carets))
        return look(fact, value, source=self.file, line=self.line, printed=printed, carets=columns, **more)


@pytest.mark.parametrize(
    ("line", "syntax", "holds"),
    [
        ("if scores > 4: pass", "condition", True),
        ("if a > 1 and b > 1: pass", "bool-op", True),
        ("if a > 1 and b > 1: pass", "condition", False),
        ("x = 1 if a else 2", "condition", True),
        ("while not a: pass", "condition", True),
        ("fetch()", "bare-call", True),
        ("x = fetch()", "bare-call", False),
        ("await_ = fetch().a", "attribute", True),
        ('with open("a", "w") as f: pass', "open-write", True),
        ('with open("a", mode="ab") as f: pass', "open-write", True),
        ('with open("a") as f: pass', "open-write", False),
        ('with open("a") as f: pass', "open-read", True),
        ('Path("a").write_text("x")', "open-write", True),
        ('Path("a").open("w")', "open-write", True),
        ('Path("a").open("w")', "open-read", False),
        ('open("a", mode)', "open-write", False),
        ('print("a" + 1)', "text-plus", True),
        ("a, b = f()", "unpack", True),
        ("rows[1:2]", "slice", True),
        ("from x import y", "import-from", True),
        ("import x", "import-from", False),
        ("x = [f(y) for y in z]", "comprehension", True),
    ],
)
def test_line_has(tmp_path: Path, line: str, syntax: str, holds: bool) -> None:
    found = Program(tmp_path, ">>>" + line).ask("line-has", syntax=syntax, carets=line.partition(":")[0])
    assert found.holds is holds
    assert found.seen is not None
    assert found.seen.startswith("Line 1 has" if holds else "Line 1 does not have")


def test_line_has_needs_a_known_word(tmp_path: Path) -> None:
    program = Program(tmp_path, ">>>x = a.b")
    assert program.ask("line-has", syntax="nonsense").holds is None
    assert program.ask("line-has").holds is None
    assert program.ask("line-has", syntax=["bare-call", "attribute"]).holds is True


def test_only_the_statement_itself_counts(tmp_path: Path) -> None:
    program = Program(tmp_path, "def f():\n    for x in y:>>>\n        z[0]()\n")
    assert program.ask("line-has", syntax="subscript").holds is False
    assert program.ask("calls", names=["z"]).holds is False


MATCH = """
    import re
    from re import search as find, fullmatch
    import numpy as np


    def first(text):
        found = {call}
        other = text.split()
        if other:
            >>>print(found.group(1), other)
        found = None
"""


@pytest.mark.parametrize(
    ("call", "holds"),
    [
        ('re.match("a", text)', True),
        ('find("a", text)', True),
        ('fullmatch("a", text)', True),
        ('pattern.match("a")', True),
        ("np.match(text)", True),
        ("match(text)", False),
        ("re.compile(text)", False),
        ("None", False),
    ],
)
def test_assigned_from(tmp_path: Path, call: str, holds: bool) -> None:
    program = Program(tmp_path, MATCH.format(call=call))
    calls = ["re.match", "re.search", "re.fullmatch", "*.match"]
    found = program.ask("assigned-from", captures={"attribute": "group"}, calls=calls)
    assert found.holds is holds
    by_caret = program.ask("assigned-from", carets="found.group", calls=calls)
    assert by_caret.holds is holds
    if call.startswith("re.m"):
        assert found.seen == "found is the result of re.match (line 7)."


def test_assigned_from_looks_at_the_last_assignment_above(tmp_path: Path) -> None:
    text = """
        import re
        m = re.match("a", "b")
        m = compute()
        >>>print(m.group())
        m = re.match("a", "b")
    """
    found = Program(tmp_path, text).ask("assigned-from", calls=["re.match"], captures={"attribute": "group"})
    assert (found.holds, found.seen) == (False, "m is the result of compute (line 3).")


def test_assigned_from_follows_no_name_of_another_function(tmp_path: Path) -> None:
    text = """
        import re

        def a():
            m = re.match("a", "b")

        def b(m):
            >>>return m.group()
    """
    found = Program(tmp_path, text).ask("assigned-from", calls=["re.match"], captures={"attribute": "group"})
    assert found.holds is None


@pytest.mark.parametrize(
    "between",
    ["for m in found:", "for i, m in found:", "for m, i in found:", "with found as (m, i):"],
)
def test_assigned_from_stops_at_a_loop_and_an_unpacking(tmp_path: Path, between: str) -> None:
    program = Program(tmp_path, f'import re\nm = re.match("a", "b")\n{between}\n    >>>print(m.group())\n')
    found = program.ask("assigned-from", calls=["re.match"], captures={"attribute": "group"})
    assert found.holds is None


@pytest.mark.parametrize("line", ["m = m.group()", "m = 1; m = m.group()", "m += m.group()"])
def test_assigned_from_is_not_the_failing_assignment_itself(tmp_path: Path, line: str) -> None:
    program = Program(tmp_path, f'import re\nm = re.match("a", "b")\n>>>{line}\n')
    found = program.ask("assigned-from", calls=["re.match"], carets="m.group")
    assert found.holds is ("1;" not in line)


def test_assigned_from_without_a_name(tmp_path: Path) -> None:
    program = Program(tmp_path, 'import re\n>>>print(re.match("a", "b").group())\n')
    found = program.ask("assigned-from", calls=["re.match"], captures={"attribute": "group"})
    assert (found.holds, found.seen) == (True, "It is the result of re.match (line 2).")


def test_a_module_level_value_and_a_subscript(tmp_path: Path) -> None:
    text = """
        import os
        TOKEN = os.environ.get("TOKEN")

        def use():
            >>>return TOKEN[0]
    """
    found = Program(tmp_path, text).ask("assigned-from", calls=["os.environ.get", "os.getenv"], carets="TOKEN[0]")
    assert (found.holds, found.seen) == (True, "TOKEN is the result of os.environ.get (line 2).")


def test_a_function_that_returns_nothing(tmp_path: Path) -> None:
    text = """
        def prepare(rows):
            rows.sort()

            def inner():
                return 1

        def names(rows):
            return [row.name for row in rows]

        a = prepare([])
        b = names([])
        >>>print(a.name, b.title)
    """
    program = Program(tmp_path, text)
    found = program.ask("returns-nothing", captures={"attribute": "name"})
    assert (found.holds, found.values) == (True, {"function": "prepare"})
    assert found.seen == "prepare (line 1) has no return with a value."
    assert program.ask("returns-nothing", captures={"attribute": "title"}).holds is False


def test_what_a_function_returns_is_unknown_where_its_body_does_not_parse(tmp_path: Path) -> None:
    program = Program(tmp_path, "def f():\n    x = = 1\n    return 1\n\n\n>>>print(f().name)\n")
    assert program.ask("returns-nothing", captures={"attribute": "name"}).holds is None


def test_a_method_that_returns_nothing(tmp_path: Path) -> None:
    text = "class A:\n    def go(self):\n        pass\n\n    def run(self):\n        >>>self.go().x\n"
    assert Program(tmp_path, text).ask("returns-nothing", captures={"attribute": "x"}).values == {"function": "go"}


def test_calls_and_subscripts(tmp_path: Path) -> None:
    text = 'import sys, json\nfrom os import environ\n>>>x = json.loads(sys.argv[1] + environ["A"] + rows[0])\n'
    program = Program(tmp_path, text)
    assert program.ask("calls", names=["json.loads", "*.json"]).values == {"call": "json.loads"}
    assert program.ask("calls", names=["json.load"]).holds is False
    assert program.ask("subscript-of", names=["sys.argv"]).holds is True
    assert program.ask("subscript-of", names=["os.environ"]).holds is True
    assert program.ask("subscript-of", names=["sys.argv"], carets="rows[0]").holds is False


def test_recursion_and_async(tmp_path: Path) -> None:
    text = """
        class A:
            async def walk(self, n):
                >>>return self.walk(n - 1)
    """
    program = Program(tmp_path, text)
    assert program.ask("calls-itself").values == {"function": "walk"}
    assert program.ask("in-async-function").holds is True
    program = Program(tmp_path, "def fact(n):\n    >>>return n * f(n - 1)\n")
    assert program.ask("calls-itself").holds is False
    assert program.ask("in-async-function").holds is False


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ('>>>text = open("a").read()', True),
        ('with open("a") as f:\n    >>>for line in f:\n        pass', True),
        ('f = open("a", encoding="utf-8")\n>>>f.read()', False),
        ('f = open("a", "rb")\n>>>f.read()', False),
        ('from pathlib import Path\n>>>Path("a").read_text()', True),
        ('f = open("a", **options)\n>>>f.read()', False),
        (">>>print(1)", None),
    ],
)
def test_open_without_encoding(tmp_path: Path, text: str, holds: bool | None) -> None:
    assert Program(tmp_path, text).ask("open-without-encoding").holds is holds


@pytest.mark.parametrize(
    ("text", "holds", "bracket"),
    [
        ('print("sum", sum(values\n>>>x = 1\n', True, "("),
        ("x = [1, 2,\n     3\n>>>y = 2\n", True, "["),
        ("x = [1]  # (\n>>>y = 2\n", False, None),
        ('x = "("\n>>>y = 2\n', False, None),
    ],
)
def test_open_bracket_before(tmp_path: Path, text: str, holds: bool, bracket: str | None) -> None:
    found = Program(tmp_path, text).ask("open-bracket-before")
    assert (found.holds, found.values.get("bracket")) == (holds, bracket)


@pytest.mark.parametrize(
    ("text", "holds", "clause"),
    [
        ("if a:\n    b\n    >>>elif c:\n", True, "elif"),
        (">>>else_ = 1\n", False, None),
        ("  >>>except:\n", True, "except"),
    ],
)
def test_a_line_that_begins_with_a_clause(tmp_path: Path, text: str, holds: bool, clause: str | None) -> None:
    found = Program(tmp_path, text).ask("begins-with-clause")
    assert (found.holds, found.values.get("clause")) == (holds, clause)


def test_whole_file_facts(tmp_path: Path) -> None:
    program = Program(tmp_path, "import x\n>>>x.run()\n")
    assert program.ask("main-guard-missing").holds is True
    assert program.ask("file-parses").holds is True
    assert program.ask("mixed-indentation").holds is False
    program = Program(tmp_path, 'def f():\n\tpass\nif __name__ == "__main__":\n    >>>f((\n')
    assert program.ask("main-guard-missing").holds is False
    assert program.ask("file-parses").holds is False
    found = program.ask("mixed-indentation")
    assert (found.holds, found.seen) == (True, "Line 4 is indented with blanks, line 2 with a tab.")


@pytest.mark.parametrize(
    ("text", "key", "holds", "similar"),
    [
        ('config = {"host": "a", "port": 1}\n>>>print(config["hots"])', "'hots'", True, "host"),
        ('config = {"host": "a"}\n>>>print(config[key])', "'hots'", True, "host"),
        ("config = dict(host=1)\n>>>print(config['hots'])", "'hots'", True, "host"),
        ('config = {"db": {"user": 1}}\n>>>print(config["db"]["usr"])', "'usr'", True, "user"),
        ('config = {"host": "a"}\n>>>print(config["zzz"])', "'zzz'", False, None),
        ('config = load()\nconfig["host"] = 1\n>>>print(config["hots"])', "'hots'", True, "host"),
        ('config = load()\n>>>print(config["hots"])', "'hots'", None, None),
        ('config = {**base, "a1": 1}\n>>>print(config["hots"])', "'hots'", None, None),
        ('def f(config):\n    config.get("host")\n    >>>return config["Host"]', "'Host'", True, "host"),
        ('config = {1: "a"}\n>>>print(config[2])', "2", None, None),
    ],
)
def test_similar_key(tmp_path: Path, text: str, key: str, holds: bool | None, similar: str | None) -> None:
    found = Program(tmp_path, text).ask("similar-key", key)
    assert (found.holds, found.values.get("similar")) == (holds, similar)


@pytest.mark.parametrize(
    ("text", "name", "similar"),
    [
        ("def f(message):\n    >>>print(mesage)", "mesage", "message"),
        ("from collections import defaultdict\n>>>x = defaultdit(list)", "defaultdit", "defaultdict"),
        ("total_count = 1\n>>>print(totalcount)", "totalcount", "total_count"),
        (">>>pritn(1)", "pritn", "print"),
        ("for index, value in rows:\n    >>>print(vlaue)", "vlaue", "value"),
        ("x.message = 1\n>>>print(mesage)", "mesage", None),
        ("# message\n>>>print(mesage)", "mesage", None),
        (">>>print(frobnicate)", "frobnicate", None),
    ],
)
def test_similar_name(tmp_path: Path, text: str, name: str, similar: str | None) -> None:
    found = Program(tmp_path, text).ask("similar-name", name)
    assert (found.holds, found.values.get("similar")) == (similar is not None, similar)


def test_similar_attribute(tmp_path: Path) -> None:
    text = """
        class Account:
            owner: str

            def deposit(self):
                self.balance = 1

        class Other:
            balanced = 1

        >>>Account().balence
    """
    program = Program(tmp_path, text)

    def ask(type: str, attribute: str) -> Finding:
        return program.ask("similar-attribute", captures={"type": type, "attribute": attribute})

    assert ask("Account", "balence").values == {"similar": "balance"}
    assert ask("Account", "depozit").values == {"similar": "deposit"}
    assert ask("Account", "ownr").values == {"similar": "owner"}
    assert ask("Account", "balanced").values == {"similar": "balance"}, "another class's do not count"
    assert ask("str", "uper").values == {"similar": "upper"}
    for written in ("type[Account]", "Account*", "app.Account", "type[app.Account]", "Account[int]"):
        assert ask(written, "balence").values == {"similar": "balance"}, written
    assert ask("list[int]", "apend").values == {"similar": "append"}
    assert ask("Literal['a b']", "uper").values == {"similar": "upper"}
    assert ask("int | str", "uper").holds is None
    assert ask("list", "length").holds is False
    assert ask("Unknown", "x1").holds is None
    module = program.ask("similar-attribute", captures={"module": "os", "attribute": "getcdw"})
    assert module.values == {"similar": "getcwd"}


def test_similar_fixture() -> None:
    message = "fixture 'databse' not found\n>       available fixtures: cache, database, tmp_path\n>       use 'pytest'"
    assert look("similar-fixture", "databse", message=message).values == {"similar": "database"}
    assert look("similar-fixture", "zzz", message=message).holds is False
    assert look("similar-fixture", "databse", message="fixture not found").holds is None


def test_a_function_that_was_not_called(tmp_path: Path) -> None:
    program = Program(tmp_path, "def rows():\n    return [1]\n>>>print(rows[0])\n")
    assert program.ask("is-function-of-file", carets="rows[0]").values == {"function": "rows"}


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("usr", ["user", "use"], "user"),
        ("ab", ["ac", "abc"], "abc"),
        ("a", ["b"], None),
        ("host", ["host"], None),
        ("Host", ["most", "host"], "host"),
        ("abcdef", ["uvwxyz"], None),
        ("x" * 500, ["x" * 501], None),
    ],
)
def test_closest(word: str, candidates: list[str], expected: str | None) -> None:
    assert closest(word, candidates) == expected


def test_source_facts_need_no_machine() -> None:
    """What reads the source alone says so, and nothing else does (columns and signatures read further files only where
    the output is of this machine)."""
    from tracemend.evidence import (
        code,
        columns,
        file_text,
        functions,
        keys,
        layout,
        loops,
        methods,
        names,
        signatures,
        typed,
    )

    subjects = (code, columns, file_text, functions, keys, layout, loops, methods, names, signatures, typed)
    expected = {fact.name for subject in subjects for fact in subject.FACTS}
    assert {name for name, fact in facts().items() if fact.source_only} == expected


def test_a_large_file_is_answered_in_time(tmp_path: Path) -> None:
    import time

    function = "def work_{0}(item_{0}):\n    total_{0} = item_{0}.price * item_{0}.count\n    return total_{0}\n\n\n"
    text = "".join(function.format(number) for number in range(1_000))
    program = Program(
        tmp_path, text + "def last(config):\n    value = config.load()\n    >>>return value.nme + mesage\n"
    )
    for fact, more in (
        ("similar-name", {"value": "mesage"}),
        ("assigned-from", {"calls": ["*.load"], "captures": {"attribute": "nme"}}),
        ("similar-key", {"value": "'nme'"}),
        ("open-without-encoding", {}),
    ):
        before = time.perf_counter()
        program.ask(fact, **more)  # type: ignore[arg-type]
        assert time.perf_counter() - before < 0.5, fact


SEARCH = """
    class Scope:
        def find(self, name):
            if name in self.names:
                return self
            {drops}self.outer.find(name)
            return None

        def __getitem__(self, name):
            if (scope := self.find(name)) is None:
                >>>raise KeyError(name)
            return scope.names[name]
"""


def test_a_search_that_drops_what_it_finds(tmp_path: Path) -> None:
    found = Program(tmp_path, SEARCH.format(drops="")).ask("drops-own-result")
    assert found.holds is True
    assert found.seen == "find (line 2) returns values, and drops what its call of itself returns."
    assert Program(tmp_path, SEARCH.format(drops="return ")).ask("drops-own-result").holds is None


@pytest.mark.parametrize(
    ("text", "message", "holds"),
    [
        ('>>>open("r.csv")', "'r.csv'", False),
        ('>>>open("\u200br.csv")', r"'\u200br.csv'", True),
        ('>>>open("r\xa0d.csv")', r"'r\xa0d.csv'", True),
        ('# na\u00efve\n>>>open("r.csv")', "'r.csv'", None),
        ('# here\u200b\n>>>open("r.csv")', "'r.csv'", None),
    ],
)
def test_characters_that_nobody_sees(tmp_path: Path, text: str, message: str, holds: bool | None) -> None:
    assert Program(tmp_path, text).ask("hidden-character", message=message).holds is holds


def test_names_rule_out(tmp_path: Path) -> None:
    program = Program(tmp_path, "client = TestClient(app)\n>>>print(d['a'])\n")
    assert program.ask("names-one-of", names=["TestClient", "test_client"]).holds is None
    found = program.ask("names-one-of", names=["test_client", "Client"])
    assert (found.holds, found.seen) == (False, "The file names none of test_client, Client.")


@pytest.mark.parametrize(
    ("text", "carets", "element"),
    [
        ("for row in rows:\n    >>>rows.find(1)", "rows.find", "row"),
        ("for n, row in enumerate(rows[1:], 1):\n    >>>rows.find(1)", "rows.find", "row"),
        ("for row in sorted(rows):\n    if row:\n        >>>x = rows.find(1)", "rows.find", "row"),
        (">>>x = [rows.find(1) for row in rows]", "rows.find", "row"),
        ("for n, row in rows:\n    >>>rows.find(1)", "rows.find", None),
        ("for row in table:\n    >>>rows.find(1)", "rows.find", None),
        ("for key, row in rows.items():\n    >>>rows.find(1)", "rows.find", None),
    ],
)
def test_an_item_of_the_loop_is_meant(tmp_path: Path, text: str, carets: str, element: str | None) -> None:
    found = Program(tmp_path, text).ask("element-of-loop", carets=carets, captures={"attribute": "find"})
    assert found.values.get("element") == element
    assert found.holds is (element is not None)
