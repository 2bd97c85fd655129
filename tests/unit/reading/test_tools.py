"""What programs of Debian 12 print when they fail, provoked, but for the lines that say otherwise.

alembic 1.20.1, Celery 5.7.0, Flask 3.1.3 and Django 6.1.3 (`manage.py migrate nosuch`) are PyPI's, Go's panic is of
Debian's Go 1.19. Not run here are systemctl's line about a unit, kubectl, aws, terraform, PyTorch and net-tools:
their lines are as public repositories quote them.
"""

from __future__ import annotations

import pytest
from tracemend.reading.programs.complaint import programs
from tracemend.reading.programs.tools import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import counted, only, read


@pytest.mark.parametrize(
    ("text", "command", "tool", "message"),
    [
        ("curl: (6) Could not resolve host: x", "curl http://x", "curl", "(6) Could not resolve host: x"),
        ("unzip:  cannot find or open n.zip", "unzip n.zip", "unzip", "cannot find or open n.zip"),
        (
            "gzip: Makefile: unknown suffix -- ignored",
            "gzip -d Makefile",
            "gzip",
            "Makefile: unknown suffix -- ignored",
        ),
        ("date: invalid date ‘nosuch’", "date -d nosuch", "date", "invalid date ‘nosuch’"),
        ("ln: a: hard link not allowed for directory", "ln a b", "ln", "a: hard link not allowed for directory"),
        ("pyenv: version `9.9' not installed", "pyenv local 9.9", "pyenv", "version `9.9' not installed"),
        ("node: bad option: --nosuch", "node --nosuch", "node", "bad option: --nosuch"),
        ("id: ‘nosuch’: no such user", "id nosuch", "id", "‘nosuch’: no such user"),
        ("ssh-copy-id: ERROR: No identities found", "ssh-copy-id x", "ssh-copy-id", "No identities found"),
    ],
)
def test_the_command_s_own_program(text: str, command: str, tool: str, message: str) -> None:
    report = only(DIALECT, text, command=command, exit_code=1)
    assert (report.tool, report.severity, report.exception, report.message) == (tool, "error", None, message)
    assert only(DIALECT, text, command=command).message == message  # while it runs, its wording tells
    assert read(DIALECT, text, command=f"{command} || true", exit_code=0) == []
    assert len(read_text(text, Hints(command, 1))) == 1


def test_lines_that_belong_together() -> None:
    report = only(
        DIALECT,
        "curl: option --nosuch: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information",
        command="curl --nosuch",
        exit_code=2,
    )
    assert (report.message, report.span.end) == ("option --nosuch: is unknown", 2)
    assert report.notes == ("try 'curl --help' or 'curl --manual' for more information",)
    report = only(
        DIALECT,
        "tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors",
        command="tar xf Makefile",
        exit_code=2,
    )
    assert (report.message, report.span.end) == ("This does not look like a tar archive", 2)
    report = only(
        DIALECT,
        "dpkg: error processing package nosuch (--configure):\n"
        " no package named 'nosuch' is installed, cannot configure\n"
        "Errors were encountered while processing:\n nosuch",
        command="dpkg --configure nosuch",
        exit_code=1,
    )
    assert report.message.split("\n")[1] == "no package named 'nosuch' is installed, cannot configure"


@pytest.mark.parametrize(
    ("text", "tool", "message"),
    [
        ("E: Unable to locate package nosuchpkg", "apt", "Unable to locate package nosuchpkg"),
        ("No manual entry for nosuchpage", "man", "No manual entry for nosuchpage"),
        ("aws: error: the following arguments are required: path", "aws", "the following arguments are required: path"),
        ("app.py: error: unrecognized arguments: -x", "app.py", "unrecognized arguments: -x"),
        ("manage.py startapp: error: unrecognized arguments: -x", "manage.py", "unrecognized arguments: -x"),
        ("eth1: error fetching interface information: Device not found", "ifconfig", None),
        ('Unable to locate credentials. You can configure credentials by running "aws configure".', "aws", None),
        (
            "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
            "kubectl",
            None,
        ),
        ("Failed to start nosuch.service: Unit nosuch.service not found.", "systemctl", None),  # systemd's systemctl
        ("System has not been booted with systemd as init system (PID 1). Can't operate.", "systemctl", None),
        ('Terraform has no command named "plans". Did you mean "plan"?', "terraform", None),
        ("Error: Could not find or load main class Nosuch", "java", None),
        ("Address already in use", "werkzeug", None),
        ("Error: Could not locate a Flask application.", "program", "Could not locate a Flask application."),
        ("  [-] ERROR: module 'ssl' has no attribute 'wrap_socket'", "program", None),
        ("CUDA error: no kernel image is available for execution on the device", "program", None),  # PyTorch
        ("panic: runtime error: index out of range [3] with length 1", "program", None),
    ],
)
def test_what_only_an_error_has(text: str, tool: str, message: str | None) -> None:
    reports = read(DIALECT, text)
    assert len(reports) == 1
    assert reports[0].tool == tool
    assert message is None or reports[0].message == message
    assert len(read_text(text, Hints())) == 1


def test_the_program_of_the_command_is_the_tool() -> None:
    text = "Error: Missing argument 'PATH'."
    assert only(DIALECT, text, command="cd shop && python app.py", exit_code=2).tool == "app"
    assert only(DIALECT, text, command="python -m flask run", exit_code=2).tool == "flask"
    report = only(
        DIALECT, "CommandError: No installed app with label 'nosuch'.", command="python manage.py migrate nosuch"
    )
    assert (report.exception, report.message) == ("CommandError", "No installed app with label 'nosuch'.")
    text = "Error: \nUnable to load celery application.\nThe module nosuch was not found.\n\nmore"
    assert only(DIALECT, text).message == "Unable to load celery application.\nThe module nosuch was not found."
    text = "ERROR [alembic.util.messaging] Can't locate revision identified by '9f8e7d'"
    text += "\nFAILED: Can't locate revision identified by '9f8e7d'"
    assert only(DIALECT, text, command="alembic upgrade 9f8e7d", exit_code=255).tool == "alembic"


def test_twine() -> None:
    """twine 6, against a server that refuses: the level, blanks and what was raised."""
    text = (
        "Uploading demo-1.tar.gz\n"
        "WARNING  Error during upload. Retry with the --verbose option for more details.\n"
        "ERROR    HTTPError: 400 Bad Request from https://test.pypi.org/legacy/\n"
        "         File already exists (demo-1.tar.gz). See\n"
        "         https://test.pypi.org/help/#file-name-reuse for more information.\n"
    )
    report = only(DIALECT, text, command="twine upload dist/*", exit_code=1)
    assert (report.tool, report.span.start) == ("twine", 3)
    assert report.message.startswith("ERROR    HTTPError: 400 Bad Request from ")
    assert "File already exists" in report.message


def test_usage_that_nobody_asked_for() -> None:
    usage = "usage: git bisect [help|start|bad|good]"
    assert only(DIALECT, usage, command="git bisect strt").message == usage
    assert read(DIALECT, usage, command="git bisect --help", exit_code=0) == []
    assert read(DIALECT, usage, command="git") == []
    assert read(DIALECT, usage) == []
    text = "usage: app.py [-h] path\napp.py: error: the following arguments are required: path"
    assert only(DIALECT, text, command="python app.py -v x", exit_code=2).span.start == 2


@pytest.mark.parametrize(
    "text",
    [
        "0 errors, 0 warnings, 0 informations",
        "Error: 0",
        "error: 0.031",
        "Standard error: 0.002",
        "error: null",
        "Error: none",
        "errors: []",
        'Error: {"code": 3}',
        "error: true",
        "ERROR: if the file cannot be read",
        "INFO: Error: seen and mended",
        "note: cannot be undone",
        "warning: could not find a cache",
        "Warning: Using a password can be insecure.",
        "test_error_is_raised: ok",
        "make[1]: Entering directory '/home/dev/m'",
        "curl: try 'curl --help' for more information",
        "https://example.org/error: not found",
        "fix: cannot divide by zero",
        "README: missing",
        "Date: invalid",
        "2026-11-25 10:00:00 INFO app: could not connect, trying again",
        "tests/test_errors.py: 3 passed",
        "- error: the name of a field that must not be missing",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []
    assert read_text(text) == []


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Error: cannot open the file", "grep -r Error ."),
        ("curl: (6) Could not resolve host: x", "cat log.txt"),
        ("error: cannot open the file", "journalctl -u app | head; true"),
    ],
)
def test_silence_on_commands_that_show_text_or_end_well(text: str, command: str) -> None:
    assert read(DIALECT, text, command=command, exit_code=0) == []


def test_a_program_that_only_informs() -> None:
    for text in ("gpg: directory '/home/dev/.gnupg' created", "rsync: building file list", "pip: 23.0"):
        assert read(DIALECT, text, command=f"{text.partition(':')[0]} x") == []


def test_programs() -> None:
    assert programs("cd x && sudo -E PGPASSWORD=a /usr/bin/psql -c 'select 1' | cat") == ("cd", "psql", "cat")
    assert programs("python -m flask run") == ("python", "flask")
    assert programs(r"C:\tools\git.exe push") == ("git",)
    assert programs("timeout 5 python app.py") == ("python", "app.py")
    assert programs(None) == ()


def test_hostile_lines_take_no_time() -> None:
    for text in (
        "error: " * 30_000,
        "a: " * 60_000,
        "usage: x\n" * 3000,
        "Error:\n" * 3000,
        "x" * 200_000,
        "E: " + "*" * 90_000,
    ):
        read_text(text, Hints("x y", 1))


@pytest.mark.parametrize(
    ("text", "command", "tool", "message"),
    [
        ("\ngzip: stdin: not in gzip format\ntar: Child returned status 1\n", "tar xzf x.tgz", "gzip", None),
        ("bzip2: (stdin) is not a bzip2 file.\ntar: Child returned status 2\n", "tar xjf a.tgz", "bzip2", None),
        (
            "dpkg-query: package 'nosuch' is not installed\n",
            "dpkg -L nosuch",
            "dpkg",
            "package 'nosuch' is not installed",
        ),
        (
            "curl: (7) Failed to connect to localhost port 9 after 0 ms: Couldn't connect to server\n",
            "make",
            "curl",
            None,
        ),
        ("E: Unable to lock directory /var/lib/apt/lists/\n", "su nobody -s /bin/sh -c 'apt-get update'", "apt", None),
        ("E: Unable to locate package nosuch\n", "./setup.sh", "apt", None),
    ],
)
def test_programs_that_another_one_runs(text: str, command: str, tool: str, message: str | None) -> None:
    """bzip2 1.0.8, gzip 1.12, tar 1.34, curl 7.88, apt 2.6 and dpkg 1.21."""
    reports = counted([one for block in read_text(text, Hints(command, 2)) for one in block])
    assert [one.tool for one in reports] == [tool]
    assert message is None or reports[0].message == message


@pytest.mark.parametrize(
    ("text", "command", "tool"),
    [
        ("zip error: Nothing to do! (x.zip)", "zip x.zip nosuch", "zip"),
        ("unknown option -- Z", "ssh -Z", "ssh"),
        ("Failed to parse timestamp: nosuch", "journalctl --since nosuch", "journalctl"),
        ("Failed to enable unit, unit nosuch.service does not exist.", "systemctl enable nosuch", "systemctl"),
        ("No data to report.", "coverage report", "coverage"),
        ("No file to run: '/home/dev/x/nosuch.py'", "coverage run nosuch.py", "coverage"),
        ("Coverage failure: total of 67 is less than fail-under=100", "coverage report --fail-under=100", "coverage"),
        ("Unknown command: 'nosuch'", "python manage.py nosuch", "django"),
        ("Error: That port is already in use.", "python manage.py runserver 8000", "django"),
        ("Path `/home/dev/x/nosuch.py` does not exist", "pyrefly check nosuch.py", "pyrefly"),
        ('File or directory "file:///home/dev/x/nosuch.py" does not exist', "pyright nosuch.py", "pyright"),
        ("Jupyter command `jupyter-nosuch` not found.", "jupyter nosuch", "jupyter"),
        ("IOPub data rate exceeded.", "jupyter lab", "jupyter"),
        ("QWidget: Must construct a QApplication before a QWidget", "python main.py", "qt"),
        ("QThread: Destroyed while thread '' is still running", "python main.py", "qt"),
        ("QObject::startTimer: Timers cannot be started from another thread", "python main.py", "qt"),
        ('QLayout: Attempting to add QLayout "" to QWidget "", which already has a layout', "python main.py", "qt"),
        ("qt.qpa.xcb: could not connect to display :9", "python main.py", "qt"),
        ("Executable `nosuchexe` not found", "pre-commit run -a", "pre-commit"),
        ("Failed to find attribute 'nosuch' in 'a'.", "gunicorn a:nosuch", "gunicorn"),
        (
            "Connecting to localhost (localhost)|127.0.0.1|:9... failed: Connection refused.",
            "wget http://localhost:9/",
            "wget",
        ),
        ("Error: file is not a database", "sqlite3 x.db .tables", "sqlite"),
        ("curl: no URL specified!", "curl -O", "curl"),
        (
            'rsync: [Receiver] mkdir "/proc/x/y" failed: No such file or directory (2)\n'
            "rsync error: error in file IO (code 11) at main.c(808) [Receiver=3.5.0]",
            "rsync -a /etc/hostname /proc/x/y/",
            "rsync",
        ),
    ],
)
def test_sentences_of_one_program(text: str, command: str, tool: str) -> None:
    """Provoked with programs of Debian 12 and PyPI (coverage 7.17, Django 6, pyrefly 1.4, pyright 1.1.414);
    read while the program runs too."""
    for hints in (Hints(command, 1), Hints(command)):
        ((report,),) = read_text(text, hints)
        assert report.tool == tool


def test_what_repeats_that_something_failed() -> None:
    """dpkg 1.21, apt 2.6, rsync 3.5, ninja 1.11."""
    text = (
        "dpkg: dependency problems prevent configuration of dbroken2:\n dbroken2 depends on nosuch (>= 1); however:\n"
        "  Package nosuch is not installed.\n\ndpkg: error processing package dbroken2 (--install):\n"
        " dependency problems - leaving unconfigured\nErrors were encountered while processing:\n dbroken2\n"
    )
    first, again = read(DIALECT, text, command="dpkg -i d.deb", exit_code=1)
    assert (first.summary, again.summary) == (False, True)
    text = (
        "The following packages have unmet dependencies:\n"
        " dbroken3 : Depends: nosuch (>= 1) but it is not installable\n"
        "E: Unable to correct problems, you have held broken packages.\n"
    )
    first, again = read(DIALECT, text, command="apt-get install ./d.deb", exit_code=100)
    assert first.message.endswith("dbroken3 : Depends: nosuch (>= 1) but it is not installable")
    assert again.summary
    text = "rsync: connection unexpectedly closed (0 bytes received so far) [sender]"
    assert only(DIALECT, text, command="rsync -a . x:/y", exit_code=255).summary
    ((stopped,),) = read_text("FAILED: x.o \nfalse\nninja: build stopped: subcommand failed.\n", Hints("ninja", 1))
    assert (stopped.tool, stopped.summary) == ("ninja", True)


def test_a_heading_of_a_traceback() -> None:
    """uvicorn 0.3x."""
    text = (
        "ERROR:    Exception in ASGI application\nTraceback (most recent call last):\n"
        '  File "/home/dev/a.py", line 2, in app\n    1/0\nZeroDivisionError: division by zero\n'
    )
    ((report,),) = read_text(text, Hints("timeout -s INT 5 uvicorn a:app", 124))
    assert report.exception == "ZeroDivisionError"


def test_the_logger_names_the_tool() -> None:
    """alembic 1.20.1 says it twice, wrapped the second time."""
    text = (
        "ERROR [alembic.util.messaging] Can't locate revision identified by 'nosuch'\n"
        "  FAILED: Can't locate revision identified by 'nosuch'\n"
    )
    report = only(DIALECT, text)
    assert (report.tool, report.message) == ("alembic", "Can't locate revision identified by 'nosuch'")


def test_programs_of_wrappers() -> None:
    assert programs("timeout -s INT 5 uvicorn a:app") == ("uvicorn",)
    assert programs("sudo -u postgres psql -c 'select 1'") == ("psql",)
    assert programs('su nobody -s /bin/sh -c "apt-get update"') == ("sh", "apt-get")
    assert programs("bash -c 'cd x && make'")[-2:] == ("cd", "make")


SPHINX = """\

Extension error:
Could not import extension myst_parser (exception: No module named 'myst_parser')
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SPHINX, "Could not import extension myst_parser (exception: No module named 'myst_parser')"),
        (
            "\nTheme error:\nno theme named 'nosuch' found (missing theme.toml?)\n",
            "no theme named 'nosuch' found (missing theme.toml?)",
        ),
        (
            "\nExtension error (sphinx.ext.autosummary):\nHandler <function b at 0x7f> for event 'builder-inited' "
            "threw an exception (exception: 'x')\n",
            "Handler <function b at 0x7f> for event 'builder-inited' threw an exception (exception: 'x')",
        ),
    ],
)
def test_sphinx(text: str, message: str) -> None:
    """Sphinx 7.4.7, provoked."""
    assert [(one.tool, one.message) for block in read_text(text) for one in block] == [("sphinx", message)]


def test_sphinx_says_again_what_a_traceback_said() -> None:
    """Sphinx 7.4.7 with -T, and its configuration error, which ends in a traceback."""
    above = (
        'Traceback (most recent call last):\n  File "/home/dev/venv/lib/python3.11/site-packages/sphinx/x.py", '
        "line 1, in load_extension\n    raise ExtensionError(message)\nsphinx.errors.ExtensionError: "
        "Could not import extension myst_parser (exception: No module named 'myst_parser')\n\n"
    )
    assert [one.tool for block in read_text(above + SPHINX) for one in block] == ["python"]
    below = (
        "\nConfiguration error:\nThere is a programmable error in your configuration file:\n\n"
        'Traceback (most recent call last):\n  File "/home/dev/docs/conf.py", line 1, in <module>\n    import shop\n'
        "ModuleNotFoundError: No module named 'shop'\n\n"
    )
    assert [one.exception for block in read_text(below) for one in block] == ["ModuleNotFoundError"]


def test_git_lfs() -> None:
    """Thread git-lfs/git-lfs#3400."""
    line = "batch response: Post https://github.com/a/b.git/info/lfs/objects/batch: x509: certificate signed by unknown"
    assert [one.tool for block in read_text(line + " authority\n") for one in block] == ["git"]
    assert read_text("batch response: 200 OK\n") == []


def test_ansible_ad_hoc() -> None:
    """Thread ansible/ansible#18846."""
    text = (
        'problemhost | FAILED! => {\n    "changed": false, \n'
        '    "module_stderr": "/bin/sh: /foo/bar: No such file or directory\\n", \n    "msg": "MODULE FAILURE"\n}\n'
    )
    ((report,),) = read_text(text, Hints(selected=True))
    assert (report.tool, "No such file or directory" in report.message) == ("ansible", True)


def test_a_test_s_docstring_that_speaks_of_errors() -> None:
    """`python -m unittest -v` of CPython 3.11."""
    text = "test_error_is_raised (shop.ErrorTests.test_error_is_raised)\nAn error: FAIL if not raised ... ok\n"
    assert read_text(text) == []


def test_arguments_of_a_subcommand() -> None:
    """argparse: the program's name and the command's stand before the colon."""
    text = (
        "usage: manage.py runserver [-h] [--ipv6] [--nothreading] [--noreload]\n"
        "                           [addrport]\nmanage.py runserver: error: unrecognized arguments: --foo\n"
    )
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.tool, report.message) == ("manage.py", "unrecognized arguments: --foo")
    assert read_text("what he said about it: error: no such word\n") == []


@pytest.mark.parametrize(
    "text",
    [
        # thread yilmaznaslan/aws-iot-core-registering-things-in-bulk#2
        "Error running 'main': Cannot run program \"C:\\Users\\dev\\env\\bin\\python\" (in directory "
        '"C:\\Users\\dev\\scripts"): CreateProcess error=193, %1 is not a valid Win32 application.',
        # thread szabope/mypy-pycharm-plugin#157
        'Cannot run program "~/repos/shop/.venv/bin/python": error=2, No such file or directory (Code 2)',
    ],
)
def test_what_pycharm_says_of_an_interpreter(text: str) -> None:
    (report,) = [one for block in read_text(text + "\n") for one in block]
    assert (report.tool, report.message) == ("program", text)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Expected type 'list[str]', got 'int' instead", "program"),
        ("Expected type 'int' (matched generic type 'T'), got 'str' instead", "program"),
        ("You're using an outdated location for the get-pip.py script, please use the one available from x", "program"),
        ("longer work. Please use get-pip.py from the following URL instead:", "program"),
        ("Python was not found but can be installed from the Microsoft Store: https://go.example", "program"),
        ("no se encontró Python; ejecutar sin argumentos para instalar desde el Microsoft Store", "program"),
        ("Python was not found; run without arguments to install from the Microsoft Store, or disable", "program"),
        ('RedirectDetected: "https://a.example/x" attempted to redirect to "https://a.example/x/" during', "twine"),
    ],
)
def test_sentences_without_a_name(text: str, tool: str) -> None:
    (report,) = [one for block in read_text(text + "\n") for one in block]
    assert (report.tool, report.message) == (tool, text)


def test_sentences_of_runners_and_hooks() -> None:
    text = "  Error: The version '3.7' with architecture 'x64' was not found for Ubuntu 24.04.\n"
    assert [one.tool for block in read_text(text) for one in block] == ["program"]
    assert [one.tool for block in read_text("Table 'shop.box' doesn't exist\n") for one in block] == ["mysql"]
    refused = "    [ERROR] Cowardly refusing to install hooks with `core.hooksPath` set.\n"
    assert [one.tool for block in read_text(refused) for one in block] == ["pre-commit"]


def test_opencv_s_error_without_its_module() -> None:
    """A notebook prints `cv2.error` by its bare name."""
    text = (
        "error: OpenCV(4.6.0) /io/opencv/modules/imgproc/src/shapedescr.cpp:874: error: (-215:Assertion failed) "
        "npoints >= 0 && (depth == CV_32F || depth == CV_32S) in function 'pointSetBoundingRect'"
    )
    report = only(DIALECT, text)
    assert (report.exception, report.message) == ("error", text.removeprefix("error: "))
