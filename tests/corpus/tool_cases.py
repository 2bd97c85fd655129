"""The commands whose output `make_tools.py` keeps: those that fail, and those in which nothing failed.

`holds` is what the tool is known to complain of: some report's message must hold it. The commands run in one folder
after the other, each in a new one with `files` in it, after `before` (whose output is dropped).
"""

from __future__ import annotations

from dataclasses import dataclass, field

_GIT = "git init -q -b main . && git add -A && git commit -q --allow-empty -m first && "


@dataclass(frozen=True)
class Command:
    """A command line, what is there before it runs, and what must be read of what it prints."""

    name: str
    line: str
    holds: str | None = None
    files: dict[str, str] = field(default_factory=dict)
    before: str = ""
    code: int | None = None
    """The exit code that it must have; None for any but 0."""


_MAIN_C = '#include <stdio.h>\n\nint main(void)\n{\n    printf("%d\\n", stock);\n    return 0;\n}\n'
_UNDEFINED_C = "int stock(void);\n\nint main(void)\n{\n    return stock();\n}\n"
_TESTS = "def mean(prices):\n    return sum(prices) / len(prices)\n\n\ndef test_mean():\n    assert mean([1, 2]) == 2\n"
_GOOD_TESTS = (
    "import pytest\n\n\ndef test_error_is_raised():\n    with pytest.raises(ZeroDivisionError):\n        1 / 0\n\n\n"
    "@pytest.mark.xfail\ndef test_known_failure():\n    assert 1 == 2\n"
)
_TYPED = "def price(name: str) -> int:\n    return name\n\n\nprice(3)\n"
_MERGE = (
    _GIT + "git switch -q -c tea && echo green > tea.txt && git commit -qam green && git switch -q main "
    "&& echo black > tea.txt && git commit -qam black"
)

FAILING: list[Command] = [
    # Shells
    Command("bash-not-found", "bash -c 'pyhton app.py'", "command not found", code=127),
    Command(
        "bash-script-not-found", "bash deploy.sh", "command not found", {"deploy.sh": "echo on\nsoruce env\n"}, code=127
    ),
    Command("bash-permission", "bash -c ./run.sh", "Permission denied", {"run.sh": "echo hi\n"}, code=126),
    Command("bash-is-directory", "bash -c ./src", "Is a directory", {"src/a.py": ""}, code=126),
    Command(
        "bash-bad-interpreter",
        "bash -c ./run",
        "required file not found",
        {"run": "#!/no/such/python\n"},
        "chmod +x run",
    ),
    Command("bash-syntax", "bash deploy.sh", "syntax error", {"deploy.sh": "if true; then\n  echo hi\n"}),
    Command(
        "bash-unexpected-token", "bash deploy.sh", "unexpected token", {"deploy.sh": "for f in a b\n  echo $f\ndone\n"}
    ),
    Command("bash-quote", "bash deploy.sh", "unexpected EOF", {"deploy.sh": "echo 'hi\n"}),
    Command("bash-unbound", "bash -u deploy.sh", "unbound variable", {"deploy.sh": "echo $STAGE\n"}),
    Command("bash-cd", "bash -c 'cd build && make'", "No such file or directory"),
    Command("bash-redirect", "bash -c 'echo hi > logs/out.txt'", "No such file or directory"),
    Command("bash-source", "bash -c 'source .venv/bin/activate'", "No such file or directory"),
    Command("bash-crlf", "bash deploy.sh", "command not found", {"deploy.sh": "cd .\r\nexit_now\r\n"}),
    Command("dash-not-found", "dash deploy.sh", "not found", {"deploy.sh": "soruce env\n"}, code=127),
    Command("dash-syntax", "dash deploy.sh", "unexpected", {"deploy.sh": "names=(a b)\n"}),
    Command("dash-bad-substitution", "dash deploy.sh", "Bad substitution", {"deploy.sh": "x=ab\necho ${x:0:1}\n"}),
    Command("dash-missing-file", "dash nosuch.sh", "nosuch.sh"),
    # Programs of every day
    Command("cat-missing", "cat prices.csv", "No such file or directory"),
    Command("cp-missing", "cp prices.csv backup/", "No such file or directory"),
    Command("mv-directory", "mv a b/c", "No such file or directory", {"a": ""}),
    Command("rm-directory", "rm src", "Is a directory", {"src/a.py": ""}),
    Command("mkdir-exists", "mkdir src", "File exists", {"src/a.py": ""}),
    Command("ls-missing", "ls build", "No such file or directory"),
    Command("grep-missing", "grep -n tea prices.csv", "No such file or directory"),
    Command("sed-expression", "sed 's/a/b' prices.csv", "unterminated `s' command", {"prices.csv": "a\n"}),
    Command("tar-missing", "tar xzf prices.tar.gz", "No such file or directory"),
    Command("tar-no-archive", "tar xzf prices.tar.gz", "not in gzip format", {"prices.tar.gz": "no archive\n"}),
    Command("chmod-missing", "chmod +x run.sh", "No such file or directory"),
    Command("env-missing", "env pyhton3 app.py", "No such file or directory", code=127),
    Command("curl-refused", "curl -sS http://127.0.0.1:9/prices", "Failed to connect", code=7),
    # Version control and builds
    Command("git-no-repository", "git status", "not a git repository", code=128),
    Command("git-pathspec", "git checkout tea", "pathspec 'tea'", {"tea.txt": "t\n"}, _GIT + "true"),
    Command("git-no-upstream", "git push", "No configured push destination", {"a": ""}, _GIT + "true", code=128),
    Command("git-bad-remote", "git clone /no/such/repository", "does not exist", code=128),
    Command("git-unknown-command", "git comit -m x", "is not a git command", {}, _GIT + "true"),
    Command(
        "git-would-overwrite",
        "git switch tea",
        "would be overwritten",
        {"tea.txt": "t\n"},
        _MERGE + " && echo white > tea.txt",
    ),
    Command("git-conflict", "git merge tea", "CONFLICT", {"tea.txt": "t\n"}, _MERGE),
    Command("git-bad-revision", "git log nosuch", "ambiguous argument 'nosuch'", {}, _GIT + "true", code=128),
    Command(
        "git-apply",
        "git apply fix.patch",
        "x: No such file or directory",
        {"fix.patch": "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n"},
        _GIT + "true",
    ),
    Command("make-no-rule", "make deploy", "No rule to make target", {"Makefile": "all:\n\techo hi\n"}, code=2),
    Command("make-no-makefile", "make", "No targets specified and no makefile found", code=2),
    Command("make-separator", "make", "missing separator", {"Makefile": "all:\n    echo hi\n"}, code=2),
    Command("make-recipe", "make", "Error 1", {"Makefile": "all: test\ntest:\n\tfalse\n"}, code=2),
    Command("make-command", "make", "soruce", {"Makefile": "all:\n\tsoruce env\n"}, code=2),
    Command("gcc-undeclared", "gcc main.c -o main", "‘stock’ undeclared", {"main.c": _MAIN_C}),
    Command("gcc-header", "gcc main.c -o main", "shop.h: No such file", {"main.c": '#include "shop.h"\n'}),
    Command("gcc-syntax", "gcc main.c -o main", "expected ‘;’", {"main.c": "int main(void)\n{\n    return 0\n}\n"}),
    Command("gcc-link", "gcc main.c -o main", "undefined reference", {"main.c": _UNDEFINED_C}),
    Command("gcc-no-input", "gcc nosuch.c", "nosuch.c: No such file"),
    Command("gcc-library", "gcc main.c -lshop", "cannot find -lshop", {"main.c": "int main(void) { return 0; }\n"}),
    # Python's tools
    Command("pip-no-match", "pip install --no-index no-such-shop", "No matching distribution found"),
    Command("pip-requirements", "pip install -r requirements.txt", "No such file or directory"),
    Command("pip-invalid", "pip install --no-index 'shop=>1'", "Invalid requirement"),
    Command("pip-no-project", "pip install .", "is not installable"),
    Command("pip-command", "pip instal shop", "unknown command"),
    Command(
        "pip-pyproject",
        "pip install --no-index .",
        "Expected ']' at the end of a table declaration",
        {"pyproject.toml": "[project\nname = 'shop'\n"},
    ),
    Command("pytest-failed", "pytest test_prices.py", "assert 1.5 == 2", {"test_prices.py": _TESTS}, code=1),
    Command(
        "pytest-import", "pytest", "No module named 'no_such_shop'", {"test_prices.py": "import no_such_shop\n"}, code=2
    ),
    Command("pytest-syntax", "pytest", "expected ':'", {"test_prices.py": "def test_a()\n    pass\n"}, code=2),
    Command(
        "pytest-fixture", "pytest", "fixture 'shop' not found", {"test_a.py": "def test_a(shop):\n    pass\n"}, code=1
    ),
    Command("pytest-option", "pytest --no-such-option", "unrecognized arguments", code=4),
    Command("pytest-missing", "pytest tests/", "file or directory not found", code=4),
    Command("pytest-short", "pytest -q --tb=short", "assert 1.5 == 2", {"test_prices.py": _TESTS}, code=1),
    Command("pytest-line", "pytest -q --tb=line", "assert 1.5 == 2", {"test_prices.py": _TESTS}, code=1),
    Command("ruff-unused", "ruff check .", "imported but unused", {"app.py": "import os\n"}, code=1),
    Command(
        "ruff-concise", "ruff check --output-format concise .", "Undefined name `stock`", {"app.py": "stock\n"}, code=1
    ),
    Command("ruff-syntax", "ruff check .", "unexpected EOF while parsing", {"app.py": "def save(\n"}, code=1),
    Command("ruff-missing", "ruff check nosuch.py", "No such file or directory", code=1),
    Command(
        "ruff-configuration", "ruff check .", "Failed to", {"ruff.toml": "line-length = 'long'\n", "app.py": ""}, code=2
    ),
    Command("mypy-types", "mypy app.py", "Incompatible return value type", {"app.py": _TYPED}, code=1),
    Command(
        "mypy-import",
        "mypy app.py",
        "Cannot find implementation or library stub",
        {"app.py": "import no_such\n"},
        code=1,
    ),
    Command("mypy-missing", "mypy nosuch.py", "No such file or directory", code=2),
    Command("pyright-types", "pyright app.py", 'is not assignable to return type "int"', {"app.py": _TYPED}, code=1),
    Command("node-module", "node app.js", "Cannot find module 'shop'", {"app.js": "require('shop')\n"}, code=1),
    Command("node-syntax", "node app.js", "missing ) after argument list", {"app.js": "console.log('a'\n"}, code=1),
    Command("node-thrown", "node app.js", "out of tea", {"app.js": "throw new Error('out of tea')\n"}, code=1),
    Command("npm-script", "npm run build", 'Missing script: "build"', {"package.json": '{"name": "shop"}\n'}),
    Command("npm-no-package", "npm test", "package.json"),
]


def _well(name: str, line: str, files: dict[str, str] | None = None, before: str = "", code: int = 0) -> Command:
    """A command that does what it was asked."""
    return Command(name, line, files=files or {}, before=before, code=code)


_LOG = (
    "import logging\n"
    'logging.basicConfig(level="INFO", format="%(asctime)s %(levelname)s %(name)s: %(message)s")\n'
    'log = logging.getLogger("shop")\n'
    'log.info("0 errors, 0 failed")\n'
    'log.info("error rate 0.2 %%, last error: none")\n'
    'log.info("retrying after ConnectionResetError, attempt 2")\n'
    'log.info("handled: [Errno 2] No such file or directory: cache.db, a new one is made")\n'
    'log.info("fatal errors are mailed to ops")\n'
)
_CODE = (
    "class PriceError(ValueError):\n    '''Traceback (most recent call last): is not printed here.'''\n\n\n"
    "def check(price):\n    if price < 0:\n        raise PriceError('error: price is negative')\n"
    "    try:\n        return int(price)\n    except ValueError as error:\n        print(f'ValueError: {error}')\n"
)
_DOC = (
    "# When it fails\n\nerror: price is negative\n: Raise the price.\n\n"
    "`command not found` means that the program is not on the PATH. Such a line is a SyntaxError.\n"
    "The exit code is 1 where errors were found.\n"
)

SILENT: list[Command] = [
    _well("pytest-help", "pytest --help"),
    _well("pytest-passed", "pytest", {"test_errors.py": _GOOD_TESTS}),
    _well("pytest-verbose", "pytest -v -rA", {"test_errors.py": _GOOD_TESTS}),
    _well("pytest-collected", "pytest --collect-only -q", {"test_errors.py": _GOOD_TESTS}),
    _well("pytest-markers", "pytest --markers"),
    _well("mypy-well", "mypy app.py", {"app.py": "price: int = 3\n"}),
    _well("mypy-help", "mypy --help"),
    _well("ruff-well", "ruff check .", {"app.py": "price = 3\n"}),
    _well("ruff-formatted", "ruff format .", {"app.py": "price=3\n"}),
    _well("ruff-rule", "ruff rule E722"),
    _well("ruff-rule-raise", "ruff rule TRY003"),
    _well("ruff-fixed", "ruff check --fix .", {"app.py": "import os\nprice = 3\n"}),
    _well("pyright-well", "pyright app.py", {"app.py": "price: int = 3\n"}),
    _well("pyright-help", "pyright --help"),
    _well("pip-show", "pip show pytest"),
    _well("pip-help", "pip install --help"),
    _well("pip-satisfied", "pip install --no-index pytest"),
    _well("pip-list-help", "pip list --help"),
    _well("python-help", "python3 --help"),
    _well("python-unittest-help", "python3 -m unittest --help"),
    _well(
        "python-unittest-well",
        "python3 -m unittest -v test_a",
        {
            "test_a.py": (
                "import unittest\nclass TestErrors(unittest.TestCase):\n    def test_error(self):\n"
                "        with self.assertRaises(ValueError):\n            int('x')\n"
            )
        },
    ),
    _well(
        "python-doctest-well",
        "python3 -m doctest -v a.py",
        {
            "a.py": (
                "'''\n>>> int('x')\nTraceback (most recent call last):\n    ...\n"
                "ValueError: invalid literal for int() with base 10: 'x'\n'''\n"
            )
        },
    ),
    _well("python-pydoc-exception", "python3 -m pydoc ExceptionGroup"),
    _well("python-pydoc-errno", "python3 -m pydoc errno"),
    _well("python-pydoc-topic", "python3 -m pydoc raise"),
    _well("python-dis", "python3 -m dis app.py", {"app.py": _CODE}),
    _well("python-tokens", "python3 -m tokenize app.py", {"app.py": _CODE}),
    _well("python-ast", "python3 -m ast app.py", {"app.py": _CODE}),
    _well("python-log-info", "python3 app.py", {"app.py": _LOG}),
    _well(
        "python-handled",
        "python3 app.py",
        {
            "app.py": (
                "try:\n    open('cache.db')\nexcept OSError as error:\n    print('no cache yet:', error)\n"
                "print('errors: 0')\nprint('failed: 0, passed: 12')\n"
            )
        },
    ),
    _well(
        "python-table",
        "python3 app.py",
        {
            "app.py": (
                "for name, count in [('ERROR', 0), ('WARNING', 0), ('FATAL', 0), ('ValueError', 0)]:\n"
                "    print(f'{name:12}{count:5}')\n"
            )
        },
    ),
    _well("cat-source", "cat app.py", {"app.py": _CODE}),
    _well("cat-documentation", "cat FAILING.md", {"FAILING.md": _DOC}),
    _well("sed-lines", "sed -n 1,9p app.py", {"app.py": _CODE}),
    _well("grep-error", "grep -rn -i error .", {"app.py": _CODE, "FAILING.md": _DOC}),
    _well(
        "diff-source", "diff -u a.py b.py", {"a.py": _CODE, "b.py": _CODE.replace("negative", "too low")}, "", code=1
    ),
    _well("find-errors", "find . -name '*error*'", {"errors/error.log": "", "error_page.html": ""}),
    _well("ls-errors", "ls -la errors", {"errors/error.log": "", "errors/fatal: none": ""}),
    _well(
        "git-log-full",
        "git log",
        {"a": ""},
        _GIT
        + (
            "git commit -q --allow-empty -m 'fix: ValueError: bad row' "
            "-m 'error: failed to push some refs was printed where nothing failed.'"
        ),
    ),
    _well("git-diff", "git diff", {"app.py": _CODE}, _GIT + "sed -i s/negative/low/ app.py"),
    _well("git-show", "git show", {"app.py": _CODE}, _GIT + "true"),
    _well("git-grep", "git grep -n Error", {"app.py": _CODE}, _GIT + "true"),
    _well("git-blame", "git blame -s app.py", {"app.py": _CODE}, _GIT + "true"),
    _well("git-help", "git push -h", {}, _GIT + "true", 129),
    _well("git-switch", "git switch -c fix/TypeError", {}, _GIT + "true"),
    _well("make-dry-run", "make -n", {"Makefile": "all:\n\t@echo error: none || exit 1\n\tfalse\n"}),
    _well("make-help", "make --help"),
    _well("make-ignored-none", "make", {"Makefile": "all:\n\t@echo 'errors: 0'\n\t@echo 'Error 404 page written'\n"}),
    _well("gcc-well", "gcc -v main.c -o main", {"main.c": "int main(void) { return 0; }\n"}),
    _well("gcc-help", "gcc --help=warnings"),
    _well("bash-help", "bash -c 'help set'"),
    _well(
        "bash-trace",
        "bash -x deploy.sh",
        {"deploy.sh": "echo 'error: none'\ntest -f x || echo 'no x: No such file or directory'\n"},
    ),
    _well("node-help", "node --help"),
    _well("npm-help", "npm help npm --viewer=cat"),
    _well("curl-help-http", "curl --help http"),
    _well("tar-help", "tar --help"),
    _well("man-true", "man -P cat true"),
]
