from __future__ import annotations

import time

import pytest
from tracemend.reading.builds.pip import DIALECT
from tracemend.reading.report import Block, ErrorReport, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def scan(text: str) -> list[ErrorReport]:
    """The reports of a text as the scanner reads it."""
    return [report for block in read_text(text) for report in block]


EXTERNALLY_MANAGED = """
error: externally-managed-environment

× This environment is externally managed
╰─> To install Python packages system-wide, try apt install
    python3-xyz, where xyz is the package you are trying to
    install.
    
    If you wish to install a non-Debian-packaged Python package,
    create a virtual environment using python3 -m venv path/to/venv.

note: If you believe this is a mistake, please contact your OS distribution provider.
hint: See PEP 668 for the detailed specification.
$ ls
"""  # noqa: W293

FAILED_BUILD = """
Processing ./b
  Preparing metadata (pyproject.toml): finished with status 'error'
  error: subprocess-exited-with-error
  
  × Preparing metadata (pyproject.toml) did not run successfully.
  │ exit code: 1
  ╰─> [4 lines of output]
      Traceback (most recent call last):
        File "/home/me/b/bk.py", line 3, in build_wheel
          raise RuntimeError("no compiler here")
      RuntimeError: no compiler here
      [end of output]
  
  note: This error originates from a subprocess, and is likely not a problem with pip.
error: metadata-generation-failed

× Encountered error while generating package metadata.
╰─> See above for output.

note: This is an issue with the package mentioned above, not pip.
hint: See above for details.
done
"""  # noqa: W293


def test_no_matching_distribution_is_one_error() -> None:
    report = only(
        DIALECT,
        """
        Collecting flask-nosuch-zz==1
        ERROR: Could not find a version that satisfies the requirement flask-nosuch-zz==1 (from versions: none)
        ERROR: No matching distribution found for flask-nosuch-zz==1
        """,
    )
    assert (report.tool, report.severity, report.exception) == ("pip", "error", None)
    assert report.message.split("\n") == [
        "Could not find a version that satisfies the requirement flask-nosuch-zz==1 (from versions: none)",
        "No matching distribution found for flask-nosuch-zz==1",
    ]
    assert (report.span.start, report.span.end) == (2, 3)


def test_versions_that_were_ignored_are_a_note() -> None:
    report = only(
        DIALECT,
        """
        ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.13
        ERROR: Could not find a version that satisfies the requirement demo==2.0 (from versions: 1.0)
        ERROR: No matching distribution found for demo==2.0
        """,
    )
    assert report.first_line.startswith("Could not find a version")
    assert report.notes[0].startswith("Ignored the following versions")


def test_errors_that_do_not_belong_together() -> None:
    reports = read(
        DIALECT, "ERROR: Failed building wheel for a\nERROR: Failed building wheel for b", command="pip install a b"
    )
    assert [report.message for report in reports] == ["Failed building wheel for a", "Failed building wheel for b"]


def test_what_follows_a_failed_build_is_one_with_it() -> None:
    """The box above was not copied; pip 24.1 doubles its `ERROR: `."""
    (report,) = read(
        DIALECT,
        "  note: This error originates from a subprocess, and is likely not a problem with pip.\n"
        "  ERROR: Failed building wheel for a\n  Running setup.py clean for a\nFailed to build a\n"
        "ERROR: ERROR: Failed to build installable wheels for some pyproject.toml based projects (a)",
    )
    assert report.message == "Failed building wheel for a"
    assert report.notes[0] == "Running setup.py clean for a"
    (report,) = read(
        DIALECT, "ERROR: ERROR: Failed to build installable wheels for some pyproject.toml based projects (a)"
    )
    assert report.message == "Failed to build installable wheels for some pyproject.toml based projects (a)"


def test_a_hint_and_indented_lines() -> None:
    report = only(
        DIALECT, "ERROR: Invalid requirement: './nodir'\nHint: It looks like a path. File './nodir' does not exist."
    )
    assert report.message == "Invalid requirement: './nodir'"
    assert report.notes == ("It looks like a path. File './nodir' does not exist.",)


def test_a_conflict() -> None:
    report = only(
        DIALECT,
        """
        ERROR: Cannot install a==2.31.0 and b==1.20 because these package versions have conflicting dependencies.

        The conflict is caused by:
            The user requested b==1.20
            a 2.31.0 depends on b<3 and >=1.21.1

        To fix this you could try to:
        1. loosen the range of package versions you've specified
        2. remove package versions to allow pip attempt to solve the dependency conflict

        ERROR: ResolutionImpossible: for help visit the manual
        """,
    )
    assert report.first_line.startswith("Cannot install a==2.31.0 and b==1.20")
    assert "    a 2.31.0 depends on b<3 and >=1.21.1" in report.message
    assert report.span.end == 11


def test_a_boxed_message() -> None:
    report = only(DIALECT, EXTERNALLY_MANAGED)
    lines = report.message.split("\n")
    assert lines[:3] == [
        "externally-managed-environment",
        "This environment is externally managed",
        "To install Python packages system-wide, try apt install",
    ]
    assert lines[-1].startswith("create a virtual environment")
    assert report.notes == (
        "If you believe this is a mistake, please contact your OS distribution provider.",
        "See PEP 668 for the detailed specification.",
    )
    assert (report.span.start, report.span.end) == (1, 12)


def test_a_failed_build_and_the_exception_in_its_output() -> None:
    inner, report = read(DIALECT, FAILED_BUILD)
    assert report.first_line == "subprocess-exited-with-error"
    assert "exit code: 1" in report.message
    assert "RuntimeError: no compiler here" in report.message
    assert (report.span.start, report.span.end) == (3, 21)
    assert (inner.exception, inner.message) == ("RuntimeError", "no compiler here")
    assert (inner.span.start, inner.span.end) == (8, 11)
    assert inner.chain is not None
    assert (inner.chain.of, inner.chain.how) == (1, "cause")
    assert inner.user_frame is not None
    assert inner.user_frame.path == "/home/me/b/bk.py"


def test_the_command_tells_whose_error_it_is() -> None:
    assert only(DIALECT, "ERROR: anything at all", command="python3 -m pip install x").tool == "pip"
    assert read(DIALECT, "ERROR: anything at all", command="docker build .") == []


@pytest.mark.parametrize(
    "text",
    [
        "ERROR: not found: test_calc.py::test_nope",
        "ERROR: failed to solve: process did not complete",
        "error: config file missing",
        "error: pathspec 'x' did not match any file(s) known to git",
        "error: something-else\nno box follows",
        "ERROR: Exception:\nTraceback (most recent call last):",
        "WARNING: Skipping nothere as it is not installed.",
        "2026-11-23 18:35:18 ERROR: 0 errors",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_long_build_output_is_bounded() -> None:
    body = "\n".join(f"      gcc -c file{number}.c" for number in range(3000))
    text = (
        f"  error: subprocess-exited-with-error\n  \n  × Building wheel failed.\n  ╰─> [3000 lines of output]\n{body}"
    )
    block = DIALECT.read(text.split("\n"), 0, True, Hints())
    assert isinstance(block, Block)
    assert len(block.reports[0].message.split("\n")) <= 200


OLD_BUILD = """
Processing ./cbuild
Building wheels for collected packages: cbuild
  Building wheel for cbuild (setup.py): finished with status 'error'
  ERROR: Command errored out with exit status 1:
   command: /home/dev/.venv/bin/python -u -c 'import sys, setuptools, tokenize; exec(code)' bdist_wheel -d /tmp/w
       cwd: /tmp/pip-req-build-gv7qxykf/
  Complete output (12 lines):
  running bdist_wheel
  running build
  running build_ext
  building 'cbuild' extension
  gcc -Wall -fPIC -c src/cbuild.c -o build/temp.linux-x86_64-3.8/src/cbuild.o
  src/cbuild.c:2:10: fatal error: nosuchheader/zz.h: No such file or directory
      2 | #include <nosuchheader/zz.h>
        |          ^~~~~~~~~~~~~~~~~~~
  compilation terminated.
  error: command 'gcc' failed with exit status 1
  ----------------------------------------
  ERROR: Failed building wheel for cbuild
  Running setup.py clean for cbuild
Failed to build cbuild
Installing collected packages: cbuild
"""


def test_a_failed_build_of_pip_19() -> None:
    """pip 19.3.1, gcc 12.2; the command line is shortened."""
    inner, report = read(DIALECT, OLD_BUILD)
    assert (inner.tool, inner.message) == ("gcc", "nosuchheader/zz.h: No such file or directory")
    assert inner.user_frame is not None
    assert (inner.user_frame.path, inner.user_frame.line, inner.user_frame.column) == ("src/cbuild.c", 2, 10)
    assert (inner.span.start, inner.span.end) == (13, 15)
    assert inner.chain is not None
    assert (inner.chain.of, inner.chain.how) == (1, "cause")
    assert report.first_line == "Command errored out with exit status 1:"
    assert (report.span.start, report.span.end) == (4, 21)
    assert report.notes == ("ERROR: Failed building wheel for cbuild", "Failed to build cbuild")


def test_an_output_under_the_heading_of_pip_9() -> None:
    """The form of github.com/GregBowyer/cld2-cffi issue 7 and Noctem/Monocle issue 132 (pip 8 and 9 on Windows)."""
    inner, report = read(
        DIALECT,
        """
        Collecting pogeo
            Complete output from command python setup.py egg_info:
            int128.cc
            geometry/base/int128.cc(11): fatal error C1083: Cannot open include file: 'base/int128.h': No such file or directory
            error: command 'C:\\\\VC\\\\BIN\\\\cl.exe' failed with exit status 2

            ----------------------------------------
        Command "python setup.py egg_info" failed with error code 1 in C:\\Users\\dev\\AppData\\Local\\Temp\\pip-build-5g\\pogeo
        """,  # noqa: E501
    )
    assert (inner.tool, inner.code) == ("msvc", "C1083")
    assert inner.user_frame is not None
    assert (inner.user_frame.path, inner.user_frame.line) == ("geometry/base/int128.cc", 11)
    assert report.first_line == "Complete output from command python setup.py egg_info:"
    assert report.span.end == 8


def test_what_setuptools_says_inside_a_box() -> None:
    """pip 25.3, `pip wheel` of a project with two packages side by side."""
    inner, report = read(
        DIALECT,
        """
          error: subprocess-exited-with-error

          × Getting requirements to build wheel did not run successfully.
          │ exit code: 1
          ╰─> [4 lines of output]
              error: Multiple top-level packages discovered in a flat-layout: ['b', 'a'].

              To avoid accidental inclusion of unwanted files or directories,
              setuptools will not proceed with this build.
              [end of output]

          note: This error originates from a subprocess, and is likely not a problem with pip.
        ERROR: Failed to build 'file:///home/dev/multi' when getting requirements to build wheel
        """,
    )
    assert (inner.tool, inner.span.start, inner.span.end) == ("setuptools", 6, 9)
    assert inner.first_line == "Multiple top-level packages discovered in a flat-layout: ['b', 'a']."
    assert report.first_line == "subprocess-exited-with-error"
    assert report.notes[-1].startswith("ERROR: Failed to build 'file:///home/dev/multi'")


def test_a_box_that_is_printed_twice_is_one() -> None:
    """pip 22.3.1, `pip install -e`: once indented, once as pip's last word."""
    box = [
        "error: subprocess-exited-with-error",
        "",
        "× python setup.py develop did not run successfully.",
        "│ exit code: 1",
        "╰─> [2 lines of output]",
        "    running develop",
        "    error: command '/usr/bin/gcc' failed with exit code 1",
        "    [end of output]",
        "",
        "note: This error originates from a subprocess, and is likely not a problem with pip.",
    ]
    text = "\n".join(["    " + line for line in box] + box)
    inner, report = read(DIALECT, text)
    assert inner.message == "command '/usr/bin/gcc' failed with exit code 1"
    assert (report.span.start, report.span.end) == (1, 20)


def test_the_resolver_s_warning_with_what_it_introduces() -> None:
    """pip 25.3 and 20.2.4."""
    report = only(
        DIALECT,
        """
        ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.
        requests 2.31.0 requires certifi>=2017.4.17, which is not installed.
        requests 2.31.0 requires idna<4,>=2.5, but you have idna 2.0 which is incompatible.
        Successfully installed idna-2.0
        """,  # noqa: E501
    )
    assert (len(report.message.split("\n")), report.span.end) == (3, 3)
    report = only(
        DIALECT,
        """
        ERROR: After October 2020 you may experience errors when installing or updating packages. This is because pip will change the way that it resolves dependency conflicts.

        We recommend you use --use-feature=2020-resolver to test your packages with the new resolver before it becomes the default.

        requests 2.31.0 requires urllib3<3,>=1.21.1, but you'll have urllib3 1.19.1 which is incompatible.
        Successfully installed requests-2.31.0 urllib3-1.19.1
        """,  # noqa: E501
    )
    assert report.message.endswith("you'll have urllib3 1.19.1 which is incompatible.")
    assert report.span.end == 5


def test_pip_check() -> None:
    """pip 25.3 and 19.3.1, each line a report."""
    reports = read(
        DIALECT,
        "requests 2.31.0 requires certifi, which is not installed.\n"
        "requests 2.31.0 has requirement idna<4,>=2.5, but you have idna 2.0.",
    )
    assert [report.first_line.partition(" ")[0] for report in reports] == ["requests", "requests"]
    assert scan("No broken requirements found.") == []


def test_a_connection_that_broke_is_the_cause() -> None:
    """pip 25.3 with an index that nobody serves."""
    cause, report = read(
        DIALECT,
        """
        Looking in indexes: https://pypi.org/simple
        WARNING: Retrying (Retry(total=1, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f8aa9320280>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/zz/
        WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f8aa9320280>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/zz/
        ERROR: Could not find a version that satisfies the requirement zz (from versions: none)
        ERROR: No matching distribution found for zz
        """,  # noqa: E501
    )
    assert cause.message.startswith("NewConnectionError(")
    assert "[Errno 111] Connection refused" in cause.message
    assert cause.chain is not None
    assert (cause.chain.of, cause.span.start, cause.span.end) == (1, 2, 3)
    assert (report.span.start, report.span.end) == (4, 5)


def test_a_python_without_ssl() -> None:
    """github.com/certifi/python-certifi issue 213 and pypa/pip issue 5776 (pip 9: indented, no `ERROR: `)."""
    cause, report = read(
        DIALECT,
        """
        Could not fetch URL https://pypi.org/simple/certifi/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded with url: /simple/certifi/ (Caused by SSLError("Can't connect to HTTPS URL because the SSL module is not available.")) - skipping
        ERROR: Could not find a version that satisfies the requirement certifi (from versions: none)
        ERROR: No matching distribution found for certifi
        """,  # noqa: E501
    )
    assert cause.message.startswith("There was a problem confirming the ssl certificate: ")
    assert report.first_line.startswith("Could not find a version")
    cause, report = read(
        DIALECT,
        "Collecting numpy\n"
        "  Could not fetch URL https://pypi.python.org/simple/numpy/: There was a problem confirming the ssl certificate:"  # noqa: E501
        " Can't connect to HTTPS URL because the SSL module is not available. - skipping\n"
        "  Could not find a version that satisfies the requirement numpy (from versions: )\n"
        "No matching distribution found for numpy",
    )
    assert cause.message.endswith("the SSL module is not available.")
    assert report.message.split("\n") == [
        "Could not find a version that satisfies the requirement numpy (from versions: )",
        "No matching distribution found for numpy",
    ]


def test_attempts_that_go_well_at_last_are_nothing() -> None:
    line = (
        "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken"  # noqa: E501
        " by 'ReadTimeoutError(\"HTTPSConnectionPool(host='pypi.org', port=443): Read timed out.\")': /simple/six/"
    )
    assert read(DIALECT, line + "\nCollecting six\nInstalling collected packages: six") == []
    assert only(DIALECT, line).severity == "warning"


def test_a_file_that_may_not_be_written() -> None:
    """github.com/pypa/pip issues 11845, 7481 (before 19.1: no `ERROR: `) and 9152."""
    report = only(
        DIALECT,
        "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: "
        "'c:\\\\python311\\\\lib\\\\site-packages\\\\pip-22.3.dist-info\\\\entry_points.txt'\n"
        "Consider using the `--user` option or check the permissions.",
    )
    assert report.first_line.startswith("Could not install packages due to an OSError: [WinError 5]")
    assert report.notes == ("Consider using the `--user` option or check the permissions.",)
    report = only(
        DIALECT,
        "Could not install packages due to an EnvironmentError: [WinError 5] 액세스가 거부되었습니다: "
        "'c:\\\\python38\\\\lib\\\\site-packages\\\\pip-20.1.1.dist-info\\\\entry_points.txt'\n"
        "Consider using the `--user` option or check the permissions.",
    )
    assert report.notes
    report = only(
        DIALECT,
        "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '/home/dev/a.tar.gz'\n",  # noqa: E501
    )
    assert report.span.end == 1


@pytest.mark.parametrize(
    "text",
    [
        'Fatal error in launcher: Unable to create process using \'"C:\\Program Files\\Python39\\python.exe"  '
        '"C:\\Program Files\\Python39\\Scripts\\pip.exe" \': The system cannot find the file specified.',  # pip 9440
        "ERROR: Package 'needsnew' requires a different Python: 3.10.13 not in '>=3.99'",
        "ERROR: foo-1.0-cp27-cp27m-win_amd64.whl is not a supported wheel on this platform.",
        "ERROR: Invalid wheel filename (wrong number of parts): 'foo'",
        "ERROR: Double requirement given: six==1.15 (already in six==1.16, name='six')",
        "ERROR: Could not find an activated virtualenv (required).",
        "ERROR: Directory './empty' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.",
        'ERROR: unknown command "instal" - maybe you meant "install"',
        "no such option: --nosuch",
        "ERROR: pyproject.toml not found. Cannot resolve '--group' option.",
    ],
)
def test_lines_of_pip(text: str) -> None:
    """pip 19.3.1 to 25.3."""
    assert only(DIALECT, text).tool == "pip"
    assert [report.tool for report in scan(text)] == ["pip"]


def test_through_the_cheap_pass() -> None:
    noise = "Collecting a\n" * 50
    tools = [report.tool for report in scan(noise + OLD_BUILD.lstrip("\n") + noise)]
    assert tools == ["gcc", "pip"]
    assert [report.tool for report in scan(noise + FAILED_BUILD.lstrip("\n"))] == ["python", "pip"]


def test_a_traceback_of_pip_stands_for_itself() -> None:
    text = 'ERROR: Exception:\nTraceback (most recent call last):\n  File "/p/pip/x.py", line 3, in run\nOSError: no\n'
    assert [report.tool for report in scan(text)] == ["python"]


def test_many_headings_without_an_end_take_linear_time() -> None:
    text = "    Complete output from command python setup.py egg_info:\n" * 3000
    started = time.perf_counter()
    assert scan(text) == []
    assert time.perf_counter() - started < 5


def test_a_line_that_is_cut_off_is_no_error_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    """What the line is recognised by is all that there is of it."""
    for text in ("Could not install packages due to an OSError: ", "Could not install packages due to an ", "ERROR: "):
        assert read_text(text, Hints(selected=True)) == []
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("text", "selected"),
    [
        (  # thread imoneoi/openchat#152
            "Getting requirements to build wheel did not run successfully.\n│ exit code: 1\n"
            "╰─> See above for output.\n\nnote: This error originates from a subprocess, and is likely not a problem "
            "with pip.\n",
            True,
        ),
        (  # thread AUTOMATIC1111/stable-diffusion-webui#16917
            "error: subprocess-exited-with-error\n\nGetting requirements to build wheel did not run successfully.\n"
            "exit code: 1\n\nSee above for output.\n\nnote: This error originates from a subprocess, and is likely not "
            "a problem with pip.\n",
            False,
        ),
    ],
)
def test_a_box_of_which_something_was_lost(text: str, selected: bool) -> None:
    ((report,),) = read_text(text, Hints(selected=selected))
    assert report.message.split("\n") == [
        "subprocess-exited-with-error",
        "Getting requirements to build wheel did not run successfully.",
        "exit code: 1",
        "See above for output.",
    ]
    assert report.notes == ("This error originates from a subprocess, and is likely not a problem with pip.",)


def test_the_first_line_alone() -> None:
    """Thread ForeverHaibara/Triple-SOS#17."""
    text = "Building wheel for cvxopt (pyproject.toml) ... error\n  error: subprocess-exited-with-error\n"
    assert [one.message for block in read_text(text) for one in block] == ["subprocess-exited-with-error"]
    assert read_text("error: no-such-kind\n") == []


def test_behind_the_heads_of_log_records() -> None:
    text = (
        "CRITICAL:pipenv.patched.pip._internal.resolution.resolvelib.factory:Cannot install shop==1.0 because these "
        "package versions have conflicting dependencies.\n"
        "INFO:pipenv.patched.pip._internal.resolution.resolvelib.factory:\n"
        "The conflict is caused by:\n    The user requested shop==1.0\n"
        "    The user requested (constraint) shop==2.0\n"
    )
    report = scan("resolving\n" + text)[0]
    assert (report.tool, report.span.start) == ("pip", 2)
    assert report.message.startswith("Cannot install shop==1.0 because")
    assert "    The user requested (constraint) shop==2.0" in report.message
    assert read(DIALECT, "INFO:pip._internal.commands:Cannot install shop\n") == []
