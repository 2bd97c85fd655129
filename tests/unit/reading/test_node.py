"""Texts of Node.js 20.20, provoked."""

from __future__ import annotations

from tracemend.reading.programs.node import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

_OWN = (
    "    at Module._compile (node:internal/modules/cjs/loader:1521:14)\n    at node:internal/main/run_main_module:28:49"
)


def test_an_uncaught_error() -> None:
    text = (
        "/home/dev/k/t.js:1\nfunction f(){ null.x }\n                   ^\n\n"
        "TypeError: Cannot read properties of null (reading 'x')\n"
        "    at f (/home/dev/k/t.js:1:20)\n    at Object.<anonymous> (/home/dev/k/t.js:2:1)\n"
        + _OWN
        + "\n\nNode.js v20.20.2"
    )
    report = only(DIALECT, text, command="node t.js", exit_code=1)
    assert (report.tool, report.exception) == ("node", "TypeError")
    assert report.message == "Cannot read properties of null (reading 'x')"
    user = report.user_frame
    assert user is not None
    assert (user.path, user.line, user.column, user.name) == ("/home/dev/k/t.js", 1, 20, "f")
    assert (user.source, user.carets) == ("function f(){ null.x }", (19, 20))
    assert [frame.line for frame in report.frames] == [28, 1521, 2, 1]
    assert report.frames[-1] == user
    assert len(read_text(text)) == 1


def test_a_module_that_is_not_there() -> None:
    text = (
        "node:internal/modules/cjs/loader:1210\n  throw err;\n  ^\n\n"
        "Error: Cannot find module './nope'\nRequire stack:\n- /home/dev/k/q.js\n"
        "    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)\n"
        "    at Object.<anonymous> (/home/dev/k/q.js:1:1)\n"
        "    at node:internal/main/run_main_module:28:49 {\n"
        "  code: 'MODULE_NOT_FOUND',\n  requireStack: [ '/home/dev/k/q.js' ]\n}\n\nNode.js v20.20.2"
    )
    report = only(DIALECT, text)
    assert (report.exception, report.code) == ("Error", "MODULE_NOT_FOUND")
    assert report.message.startswith("Cannot find module './nope'\nRequire stack:")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/k/q.js", 1)
    assert report.span.end == 13
    assert len(read_text(text)) == 1


def test_a_code_in_brackets_and_a_thrown_text() -> None:
    report = only(
        DIALECT,
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'nosuch' imported from /home/dev/k/m.mjs\n"
        "    at packageResolve (node:internal/modules/esm/resolve:873:9) {\n  code: 'ERR_MODULE_NOT_FOUND'\n}",
    )
    assert (report.code, report.user_frame) == ("ERR_MODULE_NOT_FOUND", None)
    report = only(
        DIALECT,
        '/home/dev/k/th.js:1\nthrow "text"\n^\ntext\n'
        "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n",
    )
    assert (report.exception, report.message) == (None, "text")


def test_silence() -> None:
    caught = "TypeError: Cannot read properties of null (reading 'x')\n" + _OWN
    assert read(DIALECT, caught, command="node ce.js", exit_code=0) == []
    assert read(DIALECT, caught, command="cat log.txt") == []
    assert read(DIALECT, "Error: no stack below\nNext line") == []
    assert read(DIALECT, "java.lang.Error: x\n    at com.example.Main.main(Main.java:3)") == []
    assert read(DIALECT, "Error: x\n    at com.example.Main.main(Main.java:3)") == []
    assert read(DIALECT, "/home/dev/k/t.js:1\nsome\ntext\n") == []
    assert read_text("/home/dev/t.js:1\nx\n", Hints("grep -n x t.js", 0)) == []


def test_hostile_lines_take_no_time() -> None:
    for text in ("Error: x\n" + "    at f (a.js:1:1)\n" * 3000, "    at " + "(" * 50_000, "/" * 100_000 + ":1"):
        read_text(text)
