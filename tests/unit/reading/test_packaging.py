from __future__ import annotations

import pytest
from tracemend.reading.builds.packaging import DIALECT
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def scan(text: str) -> list[ErrorReport]:
    """The reports of a text as the scanner reads it."""
    return [report for block in read_text(text) for report in block]


MULTIPLE = """
running sdist
error: Multiple top-level packages discovered in a flat-layout: ['b', 'a'].

To avoid accidental inclusion of unwanted files or directories,
setuptools will not proceed with this build.

1. set up custom discovery (`find` directive with `include` or `exclude`)
2. use a `src-layout`

To find more information, look for "package discovery" on setuptools docs.
"""

NOT_AVAILABLE = """
Solving environment: failed

PackagesNotFoundError: The following packages are not available from current channels:

  - python=3.6

Current channels:

  - https://repo.continuum.io/pkgs/main/linux-64
  - https://repo.continuum.io/pkgs/main/noarch

To search for alternate channels that may provide the conda package you're
looking for, navigate to

    https://anaconda.org

and use the search bar at the top of the page.


next step
"""

HTTP = """
CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://repo.continuum.io/pkgs/main/win-64/repodata.json.bz2>
Elapsed: -

An HTTP error occurred when trying to retrieve this URL.
HTTP errors are often intermittent, and a simple retry will get you on your way.
ConnectionError(MaxRetryError("HTTPSConnectionPool(host='repo.continuum.io', port=443): Max retries exceeded"))
"""

INCOMPATIBLE = """
conda-forge/noarch                                          Using cache

error    libmamba Could not solve for environment specs
    The following packages are incompatible
    ├─ python =3.12 * is requested and can be installed;
    └─ python =3.13 * is not installable because it conflicts with any installable versions previously reported.
critical libmamba Could not solve for environment specs
"""

CLEO = """
Installing dependencies from lock file

  SolverProblemError

  Because test depends on flake8 (*) which doesn't match any versions, version solving failed.

  at ~/.local/pipx/venvs/poetry/lib/python3.11/site-packages/poetry/puzzle/solver.py:241 in _solve
      237│             packages = result.packages
      238│         except OverrideNeeded as e:
      239│             return self.solve_in_compatibility_mode(e.overrides, use_latest=use_latest)
      240│         except SolveFailure as e:
    → 241│             raise SolverProblemError(e)
      242│
      243│         results = dict(
"""


@pytest.mark.parametrize(
    ("tool", "text"),
    [
        ("setuptools", "error: command '/usr/bin/gcc' failed with exit code 1"),
        ("setuptools", "error: command 'gcc' failed with exit status 1"),
        ("setuptools", "error: command 'nosuchcc' failed: No such file or directory"),
        ("setuptools", "error: Command '['gcc', '-c', 'src/cbuild.c']' returned non-zero exit status 1."),
        ("setuptools", "error: invalid command 'bdist_wheel'"),
        ("setuptools", "error: no commands supplied"),
        ("setuptools", "error: option --zz not recognized"),
        (
            "setuptools",
            'error: Microsoft Visual C++ 14.0 or greater is required. Get it with "Microsoft C++ Build Tools": '
            "https://visualstudio.microsoft.com/visual-cpp-build-tools/",  # setuptools/msvc.py
        ),
        ("build", "ERROR Backend subprocess exited when trying to invoke build_wheel"),
        ("build", "ERROR Backend 'nope.api' is not available."),
        ("build", "ERROR Source empty does not appear to be a Python project: no pyproject.toml or setup.py"),
        ("build", "ERROR Failed to parse a/pyproject.toml: Expected ']' at the end of a table declaration"),
        ("poetry", "Poetry could not find a pyproject.toml file in /home/dev/po or its parents"),
        ("poetry", "Package requests (2.31.0) not found."),
        ("poetry", "Could not find a matching version of package nosuch-zz"),
        ("poetry", "Could not find the python executable 3.99"),
        ("poetry", "The following packages were not found: zz"),
        ("pipenv", "Error: the command nosuchcmd could not be found within PATH or Pipfile's [scripts]."),
        ("pipenv", "ERROR: Pipfile.lock not found! You need to run $ pipenv lock before you can continue."),
        ("pipenv", "ERROR:: Aborting deploy"),
        ("hatch", "Environment `nope` is not defined by project config"),
        ("hatch", "Unknown environment: nope"),
        ("pdm", "[ProjectError]: Lockfile does not exist, nothing to install"),
        ("pdm", "[PdmUsageError]: Command 'nosuch' is not found in your PATH."),
        ("pdm", "Please run `pdm lock` to update the lock file"),
        ("conda", "EnvironmentNameNotFound: Could not find conda environment: nope"),  # its exceptions.py
    ],
)
def test_one_line(tool: str, text: str) -> None:
    """setuptools 59 to 84, build 1, Poetry 1.5.1 and 2.5.1, Pipenv 2022 and 2026, PDM 2, Hatch 1."""
    assert only(DIALECT, text).tool == tool
    (report,) = scan("running build\n" + text + "\n\n$ ls\n")
    assert (report.tool, report.span.start, report.span.end) == (tool, 2, 2)


def test_an_explanation_of_several_paragraphs() -> None:
    """setuptools 84.2.1; the list is shortened."""
    report = only(DIALECT, MULTIPLE)
    assert report.first_line == "Multiple top-level packages discovered in a flat-layout: ['b', 'a']."
    assert (report.span.start, report.span.end) == (2, 10)


def test_a_fault_in_setup() -> None:
    """setuptools 84.2.1 (`install_requires=3`)."""
    report = only(
        DIALECT,
        "error in boxes setup command: 'install_requires' must be a string or iterable of strings containing valid "
        "project/version requirement specifiers; 'int' object is not iterable",
    )
    assert (report.tool, report.message.partition(" ")[0]) == ("setuptools", "'install_requires'")


def test_poetry_s_python() -> None:
    """Poetry 2.5.1 and 1.5.1."""
    text = (
        "\nCurrent Python version (3.11.7) is not allowed by the project (>=3.99).\n"
        'Please change python executable via the "env use" command.\n'
    )
    (report,) = scan(text)
    assert (report.tool, report.span.start, report.span.end) == ("poetry", 2, 3)


def test_poetry_s_lock_file() -> None:
    """github.com/Five-Nines-io/fivenines_agent issue 7, PacktPublishing/LLM-Engineers-Handbook issue 8."""
    for lead in ("", "Error: "):
        (report,) = scan(
            "Installing dependencies from lock file\n\n" + lead + "pyproject.toml changed significantly since "
            "poetry.lock was last generated. Run `poetry lock [--no-update]` to fix the lock file.\n"
        )
        assert report.first_line.startswith("pyproject.toml changed significantly")


def test_poetry_s_solver() -> None:
    """github.com/python-poetry/poetry issue 9485; the longer form as mixology/failure.py joins it."""
    (report,) = scan(
        "\nBecause test depends on basedmypy (2.4.0) which doesn't match any versions, version solving failed.\n"
    )
    assert report.tool == "poetry"
    report = only(
        DIALECT,
        """
        The current project's Python requirement (>=3.8) is not compatible with some of the required packages Python requirement:
          - a requires Python >=3.9, so it will not be satisfied for Python >=3.8,<3.9

        Because no versions of a match >1.0,<2.0
         and a (1.0) requires Python >=3.9, a is forbidden.
        So, because demo depends on a (^1.0), version solving failed.

        next
        """,  # noqa: E501
    )
    assert (report.span.start, report.span.end) == (1, 6)


def test_an_exception_that_poetry_did_not_expect() -> None:
    """github.com/python-poetry/poetry issue 5003."""
    report = only(DIALECT, CLEO)
    assert report.exception == "SolverProblemError"
    assert report.message.endswith("version solving failed.")
    assert report.frames[0].line == 241
    assert report.frames[0].source == "raise SolverProblemError(e)"
    assert report.span.end == 14


def test_pipenv() -> None:
    """Pipenv 2026.10.3, whose lines are wrapped at the terminal's width."""
    first, second = scan(
        "Building requirements...\nResolving dependencies...\n✘ Locking Failed!\n"
        "ERROR: No matching distribution found for nosuch-zz\n\nThe conflict is caused by:\n"
        "    The user requested nosuch-zz\n"
        "Your dependencies could not be resolved. You likely have a mismatch in your \nsub-dependencies.\n"
    )
    assert first.message == "Locking Failed!\nERROR: No matching distribution found for nosuch-zz"
    assert second.first_line.startswith("Your dependencies could not be resolved.")
    (report,) = scan("Your Pipfile.lock \n(702ad05de9) is out of \ndate. Expected: \n(172b492df0).\n\nnext\n")
    assert (report.tool, report.span.end) == ("pipenv", 4)


def test_pdm_s_other_exceptions() -> None:
    """PDM 2 with a dependency that does not fit."""
    text = (
        "See /home/dev/.local/state/pdm/log/pdm-lock-7208u6dx.log for detailed debug log.\n"
        "[AttributeError]: module 'hishel' has no attribute 'SyncSqliteStorage'\n"
        "WARNING: Add '-v' to see the detailed traceback\n"
    )
    (report,) = scan(text)
    assert (report.tool, report.exception) == ("pdm", "AttributeError")


def test_conda() -> None:
    """github.com/conda/conda issues 6837, 14180 and 6868 (the pool's text is shortened)."""
    report = only(DIALECT, NOT_AVAILABLE)
    assert (report.tool, report.exception) == ("conda", "PackagesNotFoundError")
    assert report.first_line == "The following packages are not available from current channels:"
    assert "  - python=3.6" in report.message
    assert (report.span.start, report.span.end) == (3, 17)
    assert [one.tool for one in scan(NOT_AVAILABLE)] == ["conda"]
    report = only(DIALECT, HTTP)
    assert (report.exception, report.span.end) == ("CondaHTTPError", 6)


def test_mamba() -> None:
    """github.com/mamba-org/mamba issue 3828."""
    (report,) = scan(INCOMPATIBLE.lstrip("\n"))
    assert (report.tool, report.span.start, report.span.end) == ("conda", 3, 7)
    assert report.first_line == "Could not solve for environment specs"


@pytest.mark.parametrize(
    "text",
    [
        "Because it is there.\n\nA second paragraph.",
        "error: something else failed",
        "ERROR A is not B",
        "[INFO]: started",
        "[ValueError]: in a log of another program\nnext",
        "The lock is held",
        "Package a is installed",
        "Command not found: x",
        "ArgumentError: too many",
        "Environment variables: none",
        "  SomeError\nis a name",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_documentation_is_not_read() -> None:
    assert read(DIALECT, "error: invalid command 'bdist_wheel'", command="cat notes.txt") == []


def test_a_piece_of_a_build_s_output() -> None:
    """setuptools/msvc.py's text as it stands in pip's box, and as it is passed on alone."""
    text = (
        "error: Microsoft Visual C++ 14.0 or greater is required. "
        'Get it with "Microsoft C++ Build Tools": https://visualstudio.microsoft.com/visual-cpp-build-tools/'
    )
    for lead, rest in (("      ", text), ("", text.removeprefix("error: "))):
        (report,) = scan("building 'a' extension\n" + lead + rest + "\n")
        assert report.first_line.startswith("Microsoft Visual C++ 14.0 or greater is required.")
        assert (report.tool, report.span.start) == ("setuptools", 2)
    assert only(DIALECT, "x\n      " + text + "\nnext").span.start == 2


def test_a_solver_s_explanation_without_its_place() -> None:
    """As a build's log ends, here with BuildKit's prefix (thread python-poetry/poetry#5716)."""
    text = (
        "#0 274.1   SolverProblemError\n#0 274.1\n"
        "#0 274.1   Because django-auth-ldap (4.1.0) depends on python-ldap (>=3.1)\n"
        "#0 274.1    and no versions of django-auth-ldap match >4.1.0,<5.0.0, it requires python-ldap (>=3.1).\n"
        "#0 274.1   So, because backend depends on both, version solving failed.\n"
    )
    ((report,),) = read_text(text)
    assert (report.tool, report.exception) == ("poetry", "SolverProblemError")
    assert report.message.startswith("Because django-auth-ldap")
    assert report.span.end == 5


def test_a_failed_command_without_its_first_word() -> None:
    """Thread fofix/fofix#56."""
    text = "command 'C:\\\\Program Files\\\\VC\\\\Bin\\\\link.exe' failed with exit status 1181\n"
    assert [one.tool for block in read_text(text, Hints(selected=True)) for one in block] == ["setuptools"]
    assert read_text(text) == []


def test_what_poetry_2_says_behind_a_bar() -> None:
    text = (
        "  - Installing winonly (1.0)\n\n    | Unable to find installation candidates for winonly (1.0)\n    | \n"
        "    |   - 1 candidate(s) were identified for the package\n"
    )
    ((report,),) = read_text(text)
    assert (report.tool, report.span.start, report.span.end) == ("poetry", 3, 5)
    assert report.message.startswith("Unable to find installation candidates for winonly (1.0)\n\n  - 1 candidate(s)")


def test_a_locked_password_store() -> None:
    (report,) = scan("""
  • Updating pycparser (2.21 -> 2.22): Failed

  KeyringLocked

  Failed to unlock the collection!

  at ~/venv/lib/python3.10/site-packages/keyring/backends/SecretService.py:67 in get_preferred_collection
       66│             if collection.is_locked():  # User dismissed the prompt
    →  67│                 raise KeyringLocked("Failed to unlock the collection!")
""")
    assert (report.tool, report.exception, report.message) == (
        "poetry",
        "KeyringLocked",
        "Failed to unlock the collection!",
    )
