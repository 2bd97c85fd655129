"""Sentences that say by themselves that a program failed, and whose they are: data for `reading.programs.tools`.

Each is what the named program prints without its own name in front; `*`: what varies. Provoked with real programs: man,
apt, java, perl, werkzeug, alembic, the interpreter's own, and what systemctl says where systemd did not
boot. The others are as their sources or threads in public repositories have them, from memory or by quotation, and were
not held against every version of the program.
"""

from __future__ import annotations

import re
from functools import cache

SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "systemctl",
        (
            "Failed to start *: *",
            "Failed to (?:stop|restart|reload|enable|disable|mask|unmask|connect to bus|get properties|list units)*: *",
            "Unit * could not be found.",
            "Job for * failed because *",
            "Job for * failed. See *",
            "System has not been booted with systemd as init system *",
            "Unknown operation '*'.",
            "Unknown operation *.",
            "Unknown command verb *.",
            "Failed to enable unit, *",
        ),
    ),
    ("journalctl", ("Failed to (?:parse timestamp|add filter for units|open files|get journal fields)*: *",)),
    (
        "gunicorn",
        ("Failed to find attribute '*' in '*'.", "Failed to parse '*' as an attribute name or function call."),
    ),
    (
        "program",  # Apple's objc runtime (objc-initialize.mm), IDLE (idlelib/pyshell.py, run.py), ncurses' programs
        (
            "objc[*]: +[* initialize] may have been in progress in another thread when fork() was called.*",
            "IDLE* subprocess didn't make connection*",
            "IDLE's subprocess can't connect to *",
            "TERM environment variable not set.",
            'Cannot run program "*"*: (?:CreateProcess )?error=*',  # PyCharm, IntelliJ
            "Error running '*': Cannot run program *",
            "(?:Expected type '.{1,1500}', got '.{1,1500}' instead)",  # PyCharm's inspection PyTypeChecker
            "Expected type '*' (matched generic type '*'), got '*' instead",
            "Python was not found; run without arguments to install from the Microsoft Store*",  # Windows' alias
            "Python was not found but can be installed from the Microsoft Store*",
            "Python wurde nicht gefunden; ohne Argumente *",
            "no se encontró Python; ejecutar sin argumentos *",
            "longer work. Please use get-pip.py from the following URL instead:",  # pypa/get-pip, templates/moved.py
            "You're using an outdated location for the get-pip.py script, please use the one available from *",
        ),
    ),
    (
        "program",  # actions/setup-python
        ("Error: The version '*' with architecture '*' was not found for *", "Error: Version * with arch * not found*"),
    ),
    ("mysql", ("Table '*.*' doesn't exist",)),
    ("zip", ("zip error: *", "zip I/O error: *")),
    ("az", ("az *: '*' is not in the '*' command group. See 'az *",)),
    ("ifconfig", ("*: error fetching interface information: Device not found",)),
    ("fab", ("Warning: Command(s) not found:",)),
    (
        "sudo",
        (
            *("need to be root", "you need to be root", "You need to be root"),
            "sudo: a terminal is required to *",
            "sudo: a password is required",
            "sudo: no tty present and no askpass program specified",
            "sudo: sorry, you must have a tty to run sudo",
            "(?:[sudo] password for *: |)* is not in the sudoers file.*",
            "(?:[sudo] password for *: |)Sorry, user * is not allowed to execute *",
            "(?:[sudo] password for *: |)Sorry, user * may not run sudo on *",
        ),
    ),
    (
        "coverage",
        (
            "No data to report.",
            "No data was collected*",
            "Coverage.py warning: No data was collected*",
            "Coverage.py warning: Module * was never imported*",
            "Coverage.py warning: Data file '*' doesn't seem to be a coverage data file: *",
            "No file to run: '*'",
            "No module named '*' *",
            "Coverage failure: total of * is less than fail-under=*",
            "Couldn't use data file '*': *",
            "Unknown command: '*'",
        ),
    ),
    (
        "mypy",
        (
            "error: Error importing plugin *: *",
            "error: Error importing plugin '*'",
            "Error importing plugin '*'*",
            "pyproject.toml:* error: Error importing plugin *",
            "(?:.mypy|mypy|tox).ini:* error: Error importing plugin *",
            "setup.cfg:* error: Error importing plugin *",
        ),
    ),
    ("black", ("INTERNAL ERROR: Black produced *",)),
    (
        "pytest",
        (
            "fixture '*' not found",
            "ScopeMismatch: You tried to access the *",
            "Different tests were collected between gw* and gw*",
            "[gw*] node down: Not properly terminated",
            'Database access not allowed, use the "django_db" mark*',
        ),
    ),
    ("tox", ("could not find python interpreter matching any of the specs *",)),
    ("ruff", ("error: TOML parse error at line *", "TOML parse error: unknown field *", "Ruff: * failed (error: *")),
    (
        "pyright",
        (
            'File or directory "*" does not exist*',
            'Config file "*" could not be parsed. *',
            "No source files found.",
            "No configuration file found.",
        ),
    ),
    ("pyrefly", ("Path `*` does not exist",)),
    (
        "jupyter",
        (
            "Jupyter command `*` not found.",
            "IOPub data rate exceeded.",
            "IOPub message rate exceeded.",
        ),
    ),
    ("pre-commit", ("Executable `*` (?:not found|is not executable|is a directory)",)),
    ("django", ("Unknown command: '*'", "Unknown command: '*'. Did you mean *?")),
    ("ssh", ("unknown option -- *", "option requires an argument -- *", "(?:illegal|invalid) option -- *")),
    ("man", ("No manual entry for *",)),
    (
        "kubectl",
        (
            "The connection to the server * was refused - did you specify the right host or port?",
            "Error from server *: *",
            "Unable to connect to the server: *",
        ),
    ),
    (
        "aws",
        (
            "Unable to locate credentials. You can configure credentials by *",
            "An error occurred (*) when calling the * operation*: *",
            "Could not connect to the endpoint URL: *",
            "You must specify a region. You can also configure your region by *",
            "The config profile (*) could not be found",
            "The security token included in the request is *",
            "Error when retrieving token from sso: *",
        ),
    ),
    (
        "terraform",
        (
            'Terraform has no command named "*".*',
            'This module is not yet installed. Run "terraform init" *',
            "Initialization required. Please see the error message above.",
        ),
    ),
    ("werkzeug", ("Port * is in use by another program. *", "Address already in use")),
    ("java", ("Error: Could not find or load main class *", "Error: Unable to access jarfile *")),
    ("open", ("The file * does not exist.", "The application * does not exist.", "Unable to find application named *")),
    ("brew", ("Error: No available formula *", "Error: No formulae * found*", "Warning: No available formula *")),
    (
        "python",
        ("Unknown option: -*", "Could not find platform (?:in)?dependent libraries *", "Argument expected for *"),
    ),
    (
        "ansible",
        (
            "* | (?:FAILED|UNREACHABLE)! => *",
            "fatal: [*]: (?:FAILED|UNREACHABLE)! => *",
            "ERROR! *",
        ),
    ),
    (
        "qt",
        (
            "qt.qpa.*: Could not *",
            "qt.qpa.plugin: From 6.5.0, *",
            "This application failed to start because no Qt platform plugin *",
            "This application failed to start because it could not find or load the Qt *",
            "qt.qpa.xcb: could not connect to display*",
            "Q*: Must construct a Q*Application before a Q*",
            "QWidget: Cannot create a QWidget without QApplication",
            "QThread: Destroyed while thread *is still running",
            "QObject::startTimer: *",
            "QObject::killTimer: *",
            "QObject::setParent: Cannot set parent, new parent is in a different thread",
            "QObject: Cannot create children for a parent that is in a different thread.",
            "QLayout: Attempting to add QLayout *",
            "QWidget::setLayout: Attempting to set QLayout *",
        ),
    ),
    ("npm", ('Missing script: "*"',)),
    ("tmux", ("no server running on *", "no sessions")),
    (
        "alembic",
        (
            "FAILED: (?:Can't|No|Multiple|Path|Target|Directory|Duplicate|Range|Requested|Revision|Version|The|This"
            "|Using|Online|History|Python|Could|Key|Stamp|Template|Incorrect) *",
        ),
    ),
    (
        "twine",
        (
            "ERROR * HTTPError: 4* from *",
            "ERROR * InvalidDistribution: *",
            "ERROR * InvalidConfiguration: *",
            "ERROR * NonInteractive: *",
            "ERROR * RedirectDetected: * attempted to redirect*",
            "RedirectDetected: * attempted to redirect*",
        ),
    ),
    ("wget", ("Unable to establish SSL connection.", "Connecting to * failed: *")),
    ("git", ("batch response: (?:Authentication|Fatal|Post|Rate|Repository|This) *",)),
    ("jq", ("jq: error *", "parse error: * at line *")),
    ("nvm", ("N/A: version * is not yet installed.", "Version '*' not found - try *")),
    (
        "apt",
        (
            "The following packages have unmet dependencies:",
            "Unsatisfied dependencies:",
            r"E: (?:[^\s\[\]=|]{1,200}) *",
            "Err:* *",
        ),
    ),
    ("perl", ("Can't open perl script *", "Can't locate * in @INC *")),
    ("rustup", ("error: rustup could not choose a version *", "error: toolchain '*' is not installed")),
    ("dnf", ("No match for argument: *", "Error: Unable to find a match: *")),
    (
        "pacman",
        ("error: target not found: *", "error: failed to (?:commit|init|prepare|release|synchronize|update|load) *"),
    ),
)
"""The program, and what it says. Of programs whose sentences are everyday words see WITH_COMMAND."""

WITH_COMMAND = frozenset(
    {"alembic", "zip", "apt", "brew", "dnf", "jq", "open", "pacman", "python", "terraform", "tmux", "twine"}
)
"""Whose sentences count only where the command line names the program or is not known to be another."""

NEEDS_COMMAND = frozenset({"coverage", "django", "journalctl", "open", "pyrefly", "pyright", "ssh", "tmux"})
"""Whose sentences count only where the command line names the program."""

NAMED_ITSELF = ("Coverage.py warning: ", "sudo: ", "[sudo] password for ", "Sorry, user ")
"""How sentences begin that name their program, whatever the command line is (coverage before 6, sudo)."""


def whose(text: str) -> tuple[str, ...]:
    """The programs that have a sentence which fits the text."""
    rules = _by_first_word().get(text.partition(" ")[0], ()) if text else ()
    return tuple(tool for tool, pattern in (*rules, *_by_first_word()[""]) if pattern.match(text))


@cache
def _by_first_word() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Each program with the pattern of a sentence, by the sentence's first word; those that vary in it under ""."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {"": []}
    for tool, sentences in SENTENCES:
        for sentence in sentences:
            word = sentence.partition(" ")[0]
            key = "" if "*" in word or "(" in word else word
            found.setdefault(key, []).append((tool, re.compile(_pattern(sentence))))
    return found


def _pattern(sentence: str) -> str:
    """A sentence as a pattern: `*` is anything, `(?:a|b)` a choice."""
    parts = re.split(r"(\(\?:[^()]*(?:\([^()]*\)\?)?[^()]*\)\??|\*)", sentence)
    made = "".join(
        ".{0,300}?" if part == "*" else part if part.startswith("(?:") else re.escape(part) for part in parts
    )
    return made + ("" if sentence.endswith("*") else "$")
