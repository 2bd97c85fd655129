"""Database servers for proofs: each is started for the first proof that needs it and stopped when the run ends.

They listen on a socket in a folder of their own, nowhere else, and are gone with it. Both refuse to run as root: there
they run as the user `nobody`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from glob import glob
from pathlib import Path
from typing import ClassVar

from tracemend.proving.rights import is_root

START_LIMIT = 60.0
"""Seconds in which a server has to be up; on an idle machine it takes about one."""
_STOP_LIMIT = 10.0
_LOG_TAIL = 400
_UNPRIVILEGED = "nobody"
_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin")
_POSTGRESQL_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
"""Where Debian's and the project's own packages put what is not on PATH."""


class Unavailable(Exception):
    """A server did not start; the text says what it printed."""


class Database:
    """One server; subclasses say how it is set up, started, and asked for a database."""

    programs: ClassVar[Mapping[str, tuple[str, ...]]]
    """For each program its names, the newest first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._refused: str | None = None
        self._lock = threading.Lock()

    @classmethod
    def program(cls, role: str) -> str | None:
        """The path of one of its programs."""
        folders = [*os.environ.get("PATH", os.defpath).split(os.pathsep), *_FOLDERS]
        for pattern in _POSTGRESQL_FOLDERS:
            folders += sorted(glob(pattern), reverse=True)
        found = (shutil.which(name, path=os.pathsep.join(folders)) for name in cls.programs[role])
        return next((path for path in found if path), None)

    @classmethod
    def missing(cls) -> str | None:
        """The program that is not here; None where all are."""
        return next((names[0] for role, names in cls.programs.items() if cls.program(role) is None), None)

    def variables(self, name: str) -> dict[str, str]:
        """The environment by which clients find an empty database of this name; starts the server where it is not up.

        Raises Unavailable.
        """
        with self._lock:
            if self._refused is not None:  # as for the proof before: a full disk stays full
                raise Unavailable(self._refused)
            if self._process is None:
                self._start()
            self._make(name)
        return self.environment(name)

    def stop(self) -> None:
        """Stop it, if it was started."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(_STOP_LIMIT)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def set_up(self) -> Sequence[str]:
        """The command that fills the data's folder."""
        raise NotImplementedError

    def serve(self) -> Sequence[str]:
        """The command that serves it."""
        raise NotImplementedError

    def make(self, name: str) -> Sequence[str]:
        """The command that makes an empty database."""
        raise NotImplementedError

    def environment(self, name: str) -> dict[str, str]:
        """The variables of its clients."""
        raise NotImplementedError

    def _start(self) -> None:
        self.folder.mkdir()
        if is_root():
            shutil.chown(self.folder, _UNPRIVILEGED)
        done = subprocess.run(self.set_up(), cwd=self.folder, capture_output=True, text=True, check=False, user=_user())
        if done.returncode != 0:
            self._refused = f"{self.set_up()[0]}: {(done.stdout + done.stderr)[-_LOG_TAIL:]}"
            raise Unavailable(self._refused)
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                self.serve(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, user=_user()
            )

    def _make(self, name: str) -> None:
        """The first one may have to wait until the server is up."""
        end = time.monotonic() + START_LIMIT
        while True:
            done = subprocess.run(self.make(name), cwd=self.folder, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return
            if time.monotonic() > end or self._process is None or self._process.poll() is not None:
                log = (self.folder / "log").read_text("utf-8", "replace")
                raise Unavailable(f"{self.make(name)[0]}: {done.stderr.strip()}; {log[-_LOG_TAIL:]}")
            time.sleep(0.05)

    def _path(self, role: str) -> str:
        return self.program(role) or self.programs[role][0]


class Postgresql(Database):
    """https://www.postgresql.org/docs/current/libpq-envars.html has the variables."""

    programs: ClassVar = {"set up": ("initdb",), "serve": ("postgres",), "make": ("createdb",)}

    def set_up(self) -> Sequence[str]:
        settings = ["--auth=trust", "--username=postgres", "--no-sync", "--encoding=UTF8", "--locale=C"]
        return [self._path("set up"), "--pgdata=data", *settings]

    def serve(self) -> Sequence[str]:
        socket = ["-c", f"unix_socket_directories={self.folder}", "-c", "listen_addresses="]
        return [self._path("serve"), "-D", "data", "-F", *socket]

    def make(self, name: str) -> Sequence[str]:
        return [self._path("make"), f"--host={self.folder}", "--username=postgres", name]

    def environment(self, name: str) -> dict[str, str]:
        return {"PGHOST": str(self.folder), "PGUSER": "postgres", "PGDATABASE": name}


class Mariadb(Database):
    """MariaDB or MySQL. Its programs read `MYSQL_UNIX_PORT` (https://mariadb.com/kb/en/mariadb-environment-variables/);
    the name of the database is in `MYSQL_DATABASE`, as in the images of both."""

    programs: ClassVar = {
        "set up": ("mariadb-install-db", "mysql_install_db"),
        "serve": ("mariadbd", "mysqld"),
        "make": ("mariadb", "mysql"),
    }

    def set_up(self) -> Sequence[str]:
        settings = ["--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"]
        return [self._path("set up"), "--no-defaults", f"--datadir={self.folder / 'data'}", *settings]

    def serve(self) -> Sequence[str]:
        files = [f"--{name}={self.folder / name}" for name in ("socket", "pid-file")]
        return [self._path("serve"), "--no-defaults", f"--datadir={self.folder / 'data'}", "--skip-networking", *files]

    def make(self, name: str) -> Sequence[str]:
        statement = f"create database `{name}`"
        return [
            self._path("make"),
            "--no-defaults",
            f"--socket={self.folder / 'socket'}",
            "--user=root",
            "-e",
            statement,
        ]

    def environment(self, name: str) -> dict[str, str]:
        return {"MYSQL_UNIX_PORT": str(self.folder / "socket"), "MYSQL_DATABASE": name}


KINDS: Mapping[str, type[Database]] = {"postgresql": Postgresql, "mariadb": Mariadb}
"""What a proof writes behind `# needs:`."""


class Databases:
    """The servers of one run of proofs; a context manager that stops them."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="tracemend-db-")).resolve()
        self._folder.chmod(0o711)  # the server's user has to come through
        self._servers = {need: kind(self._folder / need) for need, kind in KINDS.items()}

    def __enter__(self) -> Databases:
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def variables(self, needs: Sequence[str], name: str) -> dict[str, str]:
        """The environment of a proof with these needs, whose databases are called `name`. Raises Unavailable."""
        found: dict[str, str] = {}
        for need in needs:
            if need in self._servers:
                found |= self._servers[need].variables(name)
        return found


def _user() -> str | None:
    return _UNPRIVILEGED if is_root() else None
