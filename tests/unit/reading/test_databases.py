"""Texts of PostgreSQL 15.18, SQLite 3.40.1, Redis 7.0.15 and MariaDB 10.11, provoked with real servers."""

from __future__ import annotations

import pytest
from tracemend.reading.programs.databases import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def test_postgresql() -> None:
    report = only(
        DIALECT,
        'ERROR:  relation "nosuch" does not exist\nLINE 1: select * from nosuch\n                      ^',
        command="psql -c 'select * from nosuch'",
        exit_code=1,
    )
    assert (report.tool, report.message) == ("postgresql", 'relation "nosuch" does not exist')
    assert (report.notes, report.user_frame, report.span.end) == (("select * from nosuch",), None, 3)


def test_a_file_that_psql_reads() -> None:
    text = (
        'psql:s.sql:4: ERROR:  duplicate key value violates unique constraint "t_pkey"\n'
        "DETAIL:  Key (id)=(1) already exists.\n"
        'psql:s.sql:5: ERROR:  column "nme" does not exist\n'
        "LINE 1: select nme from t;\n"
        "               ^\n"
        "psql:s.sql:7: error: invalid command \\nosuch\n"
        "psql:s.sql:9: ERROR:  function nosuch() does not exist\n"
        "LINE 1: SELECT nosuch()\n"
        "               ^\n"
        "HINT:  No function matches the given name and argument types. You might need to add explicit type casts.\n"
        "QUERY:  SELECT nosuch()\n"
        "CONTEXT:  PL/pgSQL function inline_code_block line 1 at PERFORM\n"
        "INSERT 0 1"
    )
    first, second, third, fourth = read(DIALECT, text)
    assert first.message.split("\n")[1] == "Key (id)=(1) already exists."
    assert second.user_frame is not None
    assert (second.user_frame.path, second.user_frame.line) == ("s.sql", 5)
    assert (second.user_frame.source, second.user_frame.carets) == ("select nme from t;", (7, 8))
    assert third.message == "invalid command \\nosuch"
    assert (fourth.span.start, fourth.span.end, len(fourth.notes)) == (7, 12, 3)
    assert len(read_text(text, Hints("psql -f s.sql", 0))) == 4  # psql ends well in spite of them


def test_clients_and_the_servers_log() -> None:
    text = (
        'psql: error: connection to server at "127.0.0.1", port 1 failed: Connection refused\n'
        "\tIs the server running on that host and accepting TCP/IP connections?"
    )
    report = only(DIALECT, text)
    assert report.message.startswith('connection to server at "127.0.0.1", port 1 failed: Connection refused\nIs the')
    assert [block[0].tool for block in read_text(text)] == ["postgresql"]
    text = 'createdb: error: database creation failed: ERROR:  database "postgres" already exists'
    assert only(DIALECT, text).message.endswith("already exists")
    text = (
        '2026-11-25 21:26:46.207 UTC [29732] FATAL:  password authentication failed for user "app"\n'
        '2026-11-25 21:26:46.207 UTC [29732] DETAIL:  Connection matched pg_hba.conf line 87: "host all all"'
    )
    assert only(DIALECT, text).message.startswith('password authentication failed for user "app"\nConnection matched')
    assert len(read_text(text)) == 1
    report = only(DIALECT, 'ERROR:  42P01: relation "nosuch" does not exist\nLOCATION:  parserOpenTable, x.c:1392')
    assert (report.code, report.message) == ("42P01", 'relation "nosuch" does not exist')


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "ERROR 1045 (28000): Access denied for user 'nosuch'@'localhost' (using password: YES)",
            "1045",
            "Access denied for user 'nosuch'@'localhost' (using password: YES)",
        ),
        ("ERROR 1062 (23000) at line 5: Duplicate entry '1' for key 'PRIMARY'", "1062", None),
        (
            "mysqldump: Got error: 1049: \"Unknown database 'nosuch'\" when selecting the database",
            "1049",
            "\"Unknown database 'nosuch'\" when selecting the database",
        ),
    ],
)
def test_mysql(text: str, code: str, message: str | None) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.code) == ("mysql", code)
    assert message is None or report.message == message
    assert len(read_text(text)) == 1


def test_sqlite() -> None:
    text = (
        '1\nParse error near line 2: near "frm": syntax error\n'
        "  select * frm t;\n"
        "           ^--- error here\n"
        "Runtime error near line 4: UNIQUE constraint failed: t.a (19)"
    )
    first, second = read(DIALECT, text)
    assert (first.tool, first.message, first.span.end) == ("sqlite", 'near "frm": syntax error', 4)
    assert (second.message, second.code) == ("UNIQUE constraint failed: t.a", "19")
    assert len(read_text(text)) == 2
    assert only(DIALECT, "Error: in prepare, no such table: nosuch").message == "no such table: nosuch"


def test_redis() -> None:
    text = "NOAUTH Authentication required."
    report = only(DIALECT, text, command="redis-cli get a", exit_code=0)
    assert (report.tool, report.code) == ("redis", "NOAUTH")
    assert only(DIALECT, f"(error) {text}").message == text
    assert read(DIALECT, text) == []
    text = "Could not connect to Redis at 127.0.0.1:1: Connection refused"
    assert only(DIALECT, text).message == text
    assert [block[0].tool for block in read_text(text)] == ["redis"]


@pytest.mark.parametrize(
    "text",
    [
        "ERROR: no such thing",
        "DETAIL:  alone",
        "LINE 1: alone",
        "ERR unknown",
        "Error: no such table",
        "FATAL: one blank",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []
    assert read(DIALECT, f"ERROR:  {text}", command="cat dump.log") == []
