"""All dialects, in the order in which they are asked, and the tools whose output they read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from typing import Final

from tracemend.reading import openings
from tracemend.reading.report import Block, Dialect, Hints, NeedMore
from tracemend.reading.tracebacks import traceback


class OnDemand:
    """A dialect whose module, in the package of `reading` with this name, is loaded when a line first opens it."""

    def __init__(self, package: str, opens: Callable[[str, Hints], bool]) -> None:
        self.name = opens.__name__
        self.opens = opens
        self._module = ".".join(filter(None, ("tracemend.reading", package, self.name)))

    @cached_property
    def _dialect(self) -> Dialect:
        loaded: Dialect = import_module(self._module).DIALECT
        return loaded

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        """As the dialect reads."""
        return self._dialect.read(lines, at, final, hints)


DIALECTS: Final[tuple[Dialect, ...]] = (
    OnDemand("", openings.records),
    OnDemand("tracebacks", openings.aws_lambda),
    OnDemand("runners", openings.pytest),
    OnDemand("runners", openings.unittest),
    OnDemand("runners", openings.doctest),
    OnDemand("runners", openings.tox),
    OnDemand("tracebacks", openings.warning),
    OnDemand("tracebacks", openings.fatal),
    OnDemand("tracebacks", openings.rich),
    OnDemand("tracebacks", openings.ipython),
    OnDemand("tracebacks", openings.streamlit),
    OnDemand("tracebacks", openings.debugger),
    traceback.DIALECT,
    OnDemand("shells", openings.aborted),
    OnDemand("programs", openings.libraries),
    OnDemand("findings", openings.documentation),
    OnDemand("findings", openings.checkers),
    OnDemand("findings", openings.checker_json),
    OnDemand("findings", openings.pasted),
    OnDemand("builds", openings.pip),
    OnDemand("builds", openings.uv),
    OnDemand("builds", openings.packaging),
    OnDemand("builds", openings.compiler),
    OnDemand("builds", openings.rust),
    OnDemand("builds", openings.go),
    OnDemand("programs", openings.precommit),
    OnDemand("builds", openings.java),
    OnDemand("programs", openings.git),
    OnDemand("programs", openings.docker),
    OnDemand("programs", openings.databases),
    OnDemand("programs", openings.npm),
    OnDemand("programs", openings.node),
    OnDemand("programs", openings.ssh),
    OnDemand("programs", openings.django),
    OnDemand("programs", openings.servers),
    OnDemand("builds", openings.make),
    OnDemand("programs", openings.boxes),
    OnDemand("shells", openings.killed),
    OnDemand("shells", openings.shell),
    OnDemand("tracebacks", openings.oneline),
    OnDemand("programs", openings.tools),
)
"""Who is asked first: what is known by its shape comes before what is known by a word."""

TOOLS: Final = frozenset(
    (
        "python",
        "shell",
        "system",
        "pip",
        "uv",
        "pytest",
        "unittest",
        "doctest",
        "pyright",
        "mypy",
        "ruff",
        "pylint",
        "flake8",
        "ty",
        "pyrefly",
        "bandit",
        "vulture",
        "black",
        "isort",
        "pydocstyle",
        "github",
        "build",
        "clang",
        "cmake",
        "conda",
        "gcc",
        "hatch",
        "ld",
        "meson",
        "msvc",
        "ninja",
        "nvcc",
        "pdm",
        "pipenv",
        "poetry",
        "rustc",
        "setuptools",
        *("airflow", "alembic", "ansible", "apt", "aws", "brew", "cargo", "celery", "curl", "django", "dnf", "docker"),
        "flask",
        *("git", "go", "gunicorn", "java", "jq", "kubectl", "make", "man", "maven", "mkdocs", "mysql", "node", "npm"),
        *("coverage", "nox", "tox"),
        *("pacman", "pnpm", "postgresql", "pre-commit", "program", "pyenv", "qt", "redis", "rsync", "rust", "sphinx"),
        *("sqlite", "ssh", "systemctl", "tar", "terraform"),
        *("streamlit", "tensorflow", "uvicorn", "werkzeug", "wget", "yarn"),
        *("awk", "az", "bc", "bundle", "chmod", "chown", "crontab", "date", "dd", "deno", "dpkg", "expr"),
        *("fab", "find", "fish", "gcloud", "gem", "gh", "goenv", "gpg", "gradle", "grep", "gzip", "head", "helm", "id"),
        *("ifconfig", "ip", "javac", "kill", "ksh", "mount", "mv", "npx", "open", "openssl", "patch", "perl", "pkill"),
        *("rm", "ruby", "rustup", "screen", "sed", "seq", "service", "sleep", "snap", "sort", "su", "sudo", "tail"),
        *("tmux", "umount", "unzip", "useradd", "usermod", "xargs", "xcrun", "yum", "zip", "zsh", "zstd"),
    )
)
"""Whose output a report can be of; checkers' findings reach us from editors too (`reading.findings.diagnostic`)."""
