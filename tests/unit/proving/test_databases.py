"""The database servers of proofs: real ones where they are here."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from tracemend.proving.databases import KINDS, Database, Databases, Postgresql, Unavailable

QUERY = {
    "postgresql": ["psql", "-qtAc", "select count(*) from pg_tables where schemaname = 'public'"],
    "mariadb": ["sh", "-c", 'mariadb -u root -S "$MYSQL_UNIX_PORT" "$MYSQL_DATABASE" -Ne "show tables" | wc -l'],
}


@pytest.mark.skipif(os.name != "posix", reason="they listen on a socket of the file system")
@pytest.mark.parametrize("need", KINDS)
def test_each_proof_has_an_empty_database_of_a_server_that_ends_with_the_run(need: str) -> None:
    if KINDS[need].missing():
        pytest.skip(f"{KINDS[need].missing()} is not installed; make proof-deps")
    with Databases() as databases:
        assert databases.variables(["posix", "psycopg"], "none") == {}
        one, other = databases.variables([need], "one"), databases.variables([need, "posix"], "other")
        assert one != other
        for variables in (one, other):
            done = subprocess.run(
                QUERY[need], env={**os.environ, **variables}, capture_output=True, text=True, check=True
            )
            assert done.stdout.strip() == "0"
        folder = next(Path(value) for value in one.values() if value.startswith("/"))
        assert folder.exists()
    assert not folder.exists()
    assert not subprocess.run(["pgrep", "-f", str(folder)], capture_output=True, check=False).stdout


class _Absent(Database):
    programs = {"set up": ("sh",), "serve": ("no-such-server", "older-name"), "make": ("sh",)}  # noqa: RUF012


class _Broken(Database):
    def set_up(self) -> Sequence[str]:
        return ["true"]

    def serve(self) -> Sequence[str]:
        return ["sh", "-c", "echo the disk is full >&2; exit 3"]

    def make(self, name: str) -> Sequence[str]:
        return ["sh", "-c", "echo no connection >&2; exit 1"]


def test_a_program_that_is_not_here_is_named() -> None:
    assert _Absent.missing() == "no-such-server"


@pytest.mark.skipif(os.name != "posix", reason="it uses sh")
def test_a_server_that_does_not_start_is_quoted(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with pytest.raises(Unavailable, match="no connection; the disk is full"):
        _Broken(tmp_path / "data").variables("one")


def test_what_is_not_on_the_path_is_found_where_distributions_put_it(monkeypatch: pytest.MonkeyPatch) -> None:
    if Postgresql.missing():
        pytest.skip("PostgreSQL is not installed; make proof-deps")
    if not Path("/usr/lib/postgresql").exists():
        pytest.skip("this is not how Debian does it")
    monkeypatch.setenv("PATH", "/nowhere")
    assert Postgresql.missing() is None
