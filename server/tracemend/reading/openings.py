"""On which lines a report may begin, for every dialect but the traceback's: cheap tests, asked of every line.

They stand apart from the dialects so that one is loaded when a line first asks for it: a server's first answer needs
the traceback's alone.
"""

from __future__ import annotations

from tracemend.reading.report import Hints

OPENS_TRACEBACK = "Traceback (most recent call "
"""How a traceback's header begins."""


def pytest(line: str, hints: Hints) -> bool:
    """Whether the line begins as a header, a rule, a line of `E`, a place, or what pytest says of itself."""
    if line[:1] in _PYTEST_FIRST and line.startswith(_PYTEST):
        return True
    return ": in " in line and not line[:1].isspace()


_PYTEST = (
    "_", "―", "=== ", "====", "!!!", "~", "E   ", "file ", "ERROR: ", "FAILED ", "SUBFAIL",
    "FAIL Required ", "INTERNALERROR>", "ImportError while loading conftest ",
)  # fmt: skip
_PYTEST_FIRST = frozenset(beginning[0] for beginning in _PYTEST)


def unittest(line: str, hints: Hints) -> bool:
    """Whether the line is the rule above a section of unittest's."""
    return line.startswith("=" * 70) and len(line) == 70


def doctest(line: str, hints: Hints) -> bool:
    """Whether the line names the place of an example."""
    return line.startswith('File "')


def tox(line: str, hints: Hints) -> bool:
    """Whether the line is of nox, or may be of one of tox's environments."""
    return line.startswith(("nox > ", "ROOT: ")) or any(text in line for text in _TOX)


_TOX = (
    *(": exit ", ": failed with ", ": Exception running subprocess ", ": skipped because "),
    *(": commands failed", "InterpreterNotFound: ", "InvocationError for command "),
)


def warning(line: str, hints: Hints) -> bool:
    """Whether a category is named, or a Python file (categories need not end in Warning), or the option for them."""
    return "Warning: " in line or ".py:" in line or line.startswith("Invalid -W ")


def records(line: str, hints: Hints) -> bool:
    """Whether the line holds a traceback with its line feeds escaped, or is an object that speaks of an error."""
    if "\\n" in line and "Traceback (most recent call " in line:
        return True
    if line[:1] != "{":
        return False
    return 'rror"' in line or "rror: " in line or "xception: " in line or 'xception"' in line or '"exc_type"' in line


def aws_lambda(line: str, hints: Hints) -> bool:
    """Whether the line is a record as AWS Lambda's runtime writes them, or an object begins that may be its answer."""
    return line.startswith("[ERROR] ") or line.strip() == "{" or '"errorMessage"' in line


def streamlit(line: str, hints: Hints) -> bool:
    """Whether the line begins with the name of a class and a colon, which is an exception's first line there."""
    head, colon, _ = line.partition(":")
    return bool(colon) and head.rpartition(".")[2][:1].isupper() and head.isascii() and " " not in head


def debugger(line: str, hints: Hints) -> bool:
    """Whether the line is the heading of VS Code's box for an exception."""
    return "Exception has occurred: " in line


def rich(line: str, hints: Hints) -> bool:
    """Whether the line may be the upper edge of a box that holds a traceback."""
    return "Traceback (most recent call " in line and not line.rstrip().endswith("):")


def fatal(line: str, hints: Hints) -> bool:
    """Whether the interpreter says that it cannot go on, or that a time has run out."""
    return "Fatal Python error: " in line or "Windows fatal exception: " in line or "Timeout (" in line


def ipython(line: str, hints: Hints) -> bool:
    """Whether the line ends as IPython's heading of a traceback does, or names a cell or a file without quotes."""
    if "Traceback (most recent call last)" in line:
        return line.rstrip()[-1:] == ")"
    start = line.find("  ")
    return 0 <= start < 20 and line.startswith(("  Cell In", "  Input In [", "  File "), start) and '"' not in line


def pip(line: str, hints: Hints) -> bool:
    """Whether the line says `error`, or begins as one of pip's sentences does."""
    if "error" in line or "ERROR: " in line or "Error [" in line or line.startswith(("ERROR:pip", "CRITICAL:pip")):
        return True
    return (
        line.startswith(_PIP)
        or ", but you" in line
        or "which is not installed." in line
        or "is not supported on" in line
        or line.endswith("did not run successfully.")
    )


_PIP = (
    "Could not ", "No matching distribution ", "Failed building ", "Command \"", "Retrying (", "WARNING: ",
    "DEPRECATION: ", "failed to create process", "no such option: ", " ", "Complete output ",
)  # fmt: skip


def uv(line: str, hints: Hints) -> bool:
    """Whether the line says `error: ` at its beginning, or is the first of a box; selected: or any line of one."""
    if (
        line.startswith(("error: ", "warning: ", "  × ", "  x ", "× ", "x ", "The lockfile at `uv"))
        or "\u2800" <= line[:1] <= "\u28ff"
    ):
        return True
    return hints.selected and ("─▶ " in line[:6] or "-> " in line[:6])


def packaging(line: str, hints: Hints) -> bool:
    """Whether the line says `error`, or begins as a sentence of one of the tools does."""
    return "rror" in line or line.startswith(_PACKAGING) or (hints.selected and "command '" in line[:20])


_PACKAGING = (
    "Because ", "The current project's ", "pyproject.toml changed ", "poetry.lock ", "The lock file ", "Poetry ",
    "Could not find ", "Current Python version ", "The requested command ", "The current project ", "Group(s) not ",
    "Unable to find installation ", "The Poetry configuration ", "The specified Python version ", "Package ",
    "The following packages ", "Command not found: ", "ERROR", "✘ ", "✖ ", "x ", "Your Pipfile", "Pipfile.lock ",
    "Locking Failed", "Installation Failed", "No Pipfile ", "Your dependencies ", "Couldn't install ", "Aborting ",
    "Unknown environment: ", "Environment `", "No project ", "Missing value for option ", "Please run `pdm ", "[",
    "  KeyringLocked",
    "critical libmamba ", "Conda", "Environment", "ResolvePackageNotFound", "SpecNotFound", "Invalid", "Unavailable",
    "Channel", "Microsoft Visual C++ ", "Encountered problems ", "Could not solve ",
    "  ", "(",
)  # fmt: skip


def compiler(line: str, hints: Hints) -> bool:
    """Whether the line says `error` (selected: or `warning`), is a linker's, or begins with a place in a C file."""
    if "rror" in line or "ERROR: " in line or "ld: " in line or "ld\xa0: " in line or "undefined " in line:
        return True
    if line.startswith("Undefined ") or (hints.selected and "warning" in line):
        return True
    path, _, rest = line.partition(":")  # gcc in another language
    return rest[:1].isdigit() and path.rpartition(".")[2] in _C


_C = frozenset(("c", "cc", "cpp", "cxx", "c++", "C", "h", "hh", "hpp", "hxx", "cu", "m", "mm", "pyx", "y", "l"))


def rust(line: str, hints: Hints) -> bool:
    """Whether the line tells of a panic or a program that failed, or says `error: ` at its beginning."""
    return line.startswith(("thread '", "error: ")) or line.endswith((" failed",))


def go(line: str, hints: Hints) -> bool:
    """Whether the line holds a Go file's name and a place, or heads a failed test or a panic."""
    return ".go:" in line or "--- FAIL: " in line or line.startswith(("panic: ", "fatal error: "))


def java(line: str, hints: Hints) -> bool:
    """Whether the line holds a Java file's name and a place, or is an uncaught exception, or at Maven's level ERROR."""
    return ".java:" in line or line.startswith(('Exception in thread "', "[ERROR] ", "[FATAL] "))


def documentation(line: str, hints: Hints) -> bool:
    """Whether the line has one of Sphinx' levels behind a place, or is a record of MkDocs'."""
    if ": WARNING: " in line or ": ERROR: " in line or ": CRITICAL: " in line or ": SEVERE: " in line:
        return True
    return line.startswith(("WARNING -  ", "ERROR   -  ", "CRITICAL -  ", "Aborted with "))


def precommit(line: str, hints: Hints) -> bool:
    """Whether the line begins as pre-commit's errors do, or tells of a hook that failed."""
    return line.startswith(_PRECOMMIT) or line.lstrip(" ").startswith("[ERROR] ")


_PRECOMMIT = (
    *("An error has occurred: ", "An unexpected error has occurred: ", "[ERROR] ", "`pre-commit` ", "No hook with "),
    *("No .pre-commit-", "- hook id: "),
)


def servers(line: str, hints: Hints) -> bool:
    """Whether the line is a record of a failure as Celery, Jupyter, gunicorn and Airflow write it, or an end."""
    if line[:1].isdigit() and (" ERROR: " in line[:16] or " WARNING: " in line[:18]):
        return True
    if line[:3] == "[20":
        return ": ERROR/" in line or ": CRITICAL/" in line or "] [ERROR] " in line
    if line[:8] == "airflow ":
        return "command error: " in line
    if "consumer: Cannot connect to " in line or (line[:1] == "[" and "] Failed to execute script " in line):
        return True
    if line[:3] == "[C ":
        return "App] " in line
    return line.startswith(
        ("WARNING:  You must pass the app", "WARNING:  No supported WebS", "Application object must be")
    )


def libraries(line: str, hints: Hints) -> bool:
    """Whether the line is a record of a C++ file's, or speaks of Streamlit's context, a port or a card."""
    if ".cc:" in line or ".cpp:" in line or ".h:" in line:
        return "] " in line
    return any(text in line for text in _LIBRARIES)


_LIBRARIES = (
    *("CUDA error: ", "CUDA out of memory. ", "RunContext!", "missing ReportContext", "without `streamlit run`"),
    *("No runtime found, ", "treamlit app on a browser", " is not available", " is already in use"),
)


def checkers(line: str, hints: Hints) -> bool:
    """Whether the line holds a Python file's name, or begins with a rule's code or as a checker's finding does."""
    if ".py" in line or ".ipynb" in line:
        return True
    first = line[:1]
    if first.isupper():
        if line[1:8].partition(" ")[0][-1:].isdigit():
            return True
        return first == "E" and line[-1:] == "]" and line.startswith("ERROR ")
    if first.islower() and ": " in line[:82] and "-" in line[:80] and " " not in line.partition(":")[0]:
        return True  # the name of one of ruff's rules
    if first not in "eiuw ><":
        return False
    return line.startswith(
        (
            "invalid-syntax: ",
            "error[",
            "error: cannot ",
            "warning[",
            "unformatted: ",
            "io: ",
            ">> Issue: [",
            "<string>:",
            " WARN ",
        )
    )


def checker_json(line: str, hints: Hints) -> bool:
    """Whether an object begins on the line and is alone there, or the line is one object or array of objects; selected:
    or names the file of a marker of VS Code's."""
    start = line.lstrip(" \t")
    if hints.selected and '"resource"' in line:
        return True
    return start[:1] in ("{", "[") and (start.rstrip() == "{" or start.startswith(('{"', '[{"')))


PASTED_TOOLS = ("Pylance", "Pyright", "pyright", "basedpyright", "Mypy", "mypy", "Ruff", "Pylint", "pylint", "Flake8")
"""Whom VS Code names behind a finding's message."""


def pasted(line: str, hints: Hints) -> bool:
    """Whether a person selected it, and it begins as a checker's sentence does or has the checker's name behind it."""
    if not hints.selected:
        return False
    text = line.lstrip()
    if text.startswith(_PASTED):
        return True
    if text[:1].isupper() and text[1:8].partition(" ")[0][-3:].isdigit():
        return True  # a rule's code
    return "(report" in line or any(tool in line for tool in PASTED_TOOLS)


_PASTED = (
    *('Type "', "Argument", "Expression of type ", "Function with ", "Object of type ", 'Operator "', "Cannot "),
    *('"', 'Import "', "No overloads ", "No parameter ", "Expected ", 'Method "', "Incompatible ", 'Item "'),
    *('Module "', "Missing return ", "Need type ", 'Name "', "Library stubs ", "Skipping ", "Unsupported ", "error: "),
)


def git(line: str, hints: Hints) -> bool:
    """Whether the line begins as git's errors, refusals and conflicts do."""
    return line.startswith(_GIT)


def docker(line: str, hints: Hints) -> bool:
    """Whether the line speaks of a daemon, a container or a build, or the command does."""
    if hints.command and ("docker" in hints.command or "podman" in hints.command):
        return True
    return "aemon" in line or "ocker" in line or line.startswith(_DOCKER)


def databases(line: str, hints: Hints) -> bool:
    """Whether the line says ERROR, FATAL or error as databases' clients do, or is Redis'."""
    if "ERROR" in line or "FATAL:" in line or "PANIC:" in line or "rror: " in line or "rror near " in line:
        return True
    if line.startswith(("(error) ", "Could not connect ", "AUTH failed: ")) or "Got error: " in line:
        return True
    return "redis-cli" in (hints.command or "") and line.partition(" ")[0].isupper()


def npm(line: str, hints: Hints) -> bool:
    """Whether the line is one of npm's, of Yarn's or of pnpm's."""
    if line.startswith(("npm ERR!", "npm error", "gyp ERR!", "error ", "Unknown command: ")):
        return True
    return line[1:].startswith(("ERR_PNPM_", "ELIFECYCLE"))


def node(line: str, hints: Hints) -> bool:
    """Whether the line names an error of JavaScript, or ends in a place with a line number."""
    if "rror" in line or "xception" in line:
        return True
    return line[-1:].isdigit() and ("js:" in line or "node:" in line or "ts:" in line or line.startswith("[eval]:"))


def ssh(line: str, hints: Hints) -> bool:
    """Whether the line begins, or ends, as complaints of OpenSSH do."""
    if line.startswith(_SSH) or "Permission denied (" in line:
        return True
    return "Host key " in line or "Bad configuration option" in line


def django(line: str, hints: Hints) -> bool:
    """Whether the line heads Django's findings or pages."""
    return (
        "System check identified" in line
        or " at /" in line
        or line.startswith(
            (
                *("Forbidden (", "Field '", "Unknown command: '", "Exception Type:"),
                *("It is impossible to ", "You are trying to ", "ERRORS:", "CRITICALS:"),
            )
        )
        or (hints.selected and ("Exception Type:" in line or ": (" in line))
    )


def make(line: str, hints: Hints) -> bool:
    """Whether the line has make's three stars, or is BSD make's."""
    return ": *** " in line or line.startswith(("make: ", "bmake: "))


def boxes(line: str, hints: Hints) -> bool:
    """Whether the line is the top of a box about an error, or its first line."""
    return line[:1] in "│╭|┌+" and "Error" in line


def killed(line: str, hints: Hints) -> bool:
    """Any marked line: what tells of a process's end has few forms, and most of its words say nothing alone."""
    return True


def aborted(line: str, hints: Hints) -> bool:
    """Whether the line begins as the runtimes of C++ and C do when they end a program."""
    return line.startswith(_ABORTED)


_ABORTED = (
    *(
        "terminate called ",
        "OMP: Error #",
        "libc++abi",
        "double free or ",
        "corrupted ",
        "free(): ",
        "malloc(): ",
        "realloc(): ",
    ),
    *("calloc(): ", "malloc_consolidate(): ", "munmap_chunk(): ", "mremap_chunk(): ", "*** "),
)


def shell(line: str, hints: Hints) -> bool:
    """Whether the first word ends in a colon, or the line holds what Windows' shells, fish and handlers say."""
    if ": " in line and (line.partition(" ")[0][-1:] == ":" or ": line " in line):
        return True
    if " (line " in line or " is not recognized as " in line or " cannot " in line or " : " in line:
        return True
    return line.startswith(_SHELL) or not line.isascii() or " char:" in line or line.endswith((":", " time."))


_SHELL = (
    "Exception calling ", "Access is ", "The ", "There is ", "A subdirectory ", "This version ", "Command '",
    "No command '", "Der Befehl ", "Nazwa ", "bash", "sh ", "'", '"', "Zugriff ", "Das System ",
    "Acceso ", "Accesso ", "Acesso ", "Impossibile ", "El sistema ",
)  # fmt: skip


def oneline(line: str, hints: Hints) -> bool:
    """Whether the line's first word ends in a colon, or a number of the system's stands in it or in a repr."""
    if hints.selected:
        return True
    if ": " in line and (line.partition(" ")[0][-1:] == ":" or "python.exe: " in line):
        return True
    if "[Errno " in line or "[WinError " in line or "Error(" in line or line.rstrip()[-6:] == "Error:":
        return True
    if "Error: " not in line and "Exception: " not in line:
        return False
    return line[:1] in _TIMED or line[1:2].isdigit() or any(level in line for level in _LEVELS)


_LEVELS = ("ERROR", "CRITICAL", "FATAL", "error", "critical")
_TIMED = frozenset("[0123456789")


def tools(line: str, hints: Hints) -> bool:
    """Whether the command did not end well, as far as is known, and the line can begin a program's message."""
    return hints.exit_code != 0 and not line[:1].isdigit() and (": " in line or " " in line or line[-1:] == ":")


_GIT = (
    *("fatal: ", "error: ", " error: ", "hint: ", "remote: ", "git: ", " ! [", "Automatic merge ", "CONFLICT ("),
    *("No stash", "No changes - ", "Patch format ", "The following paths are ignored ", "Cannot rebase: "),
    *("It seems that there is ", "no changes added ", "nothing ", "You have unstaged ", "You asked me to pull "),
    *("There is no tracking ", "You are not currently ", "Nothing specified, ", "Aborting commit ", "merge: "),
    *("You need to start by ", "The previous cherry-pick "),
)
_DOCKER = (
    *("ERROR: ", "failed to solve", "target ", "executor failed ", "OCI ", "The Co", "The command '", "Pool overlaps"),
    *("pull access denied ", "Error response ", "error during connect: ", "podman: "),
    *("exec ", "standard_init_linux.go:", "panic: standard_init_linux.go:"),
)
_SSH = (
    *("@@@", "ssh", "Load key ", "kex_", "Unable to negotiate ", "sign_and", "Could not open a conn", "Connection "),
    *("Received disconnect ", "client_loop: ", "packet_write", "Bad owner ", "no matching host ", "Too many "),
    *("command-line: ", "No RSA host key "),
)
