"""Texts of npm 11.19 and, with `npm ERR!`, of npm 2.15.12 under Node 6.17, provoked."""

from __future__ import annotations

from tracemend.reading.programs.npm import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

_LOG = "npm error A complete log of this run can be found in: /home/dev/.npm/_logs/2026-11-25T21_26_57_400Z-debug-0.log"


def test_a_missing_script() -> None:
    text = 'npm error Missing script: "nosuch"\nnpm error\nnpm error To see a list of scripts, run:\n'
    text += f"npm error   npm run\n{_LOG}"
    report = only(DIALECT, text, command="npm run nosuch", exit_code=1)
    assert (report.tool, report.code) == ("npm", None)
    assert report.message == 'Missing script: "nosuch"\n\nTo see a list of scripts, run:\n  npm run'
    assert report.span.end == 5
    assert len(read_text(text)) == 1


def test_the_errors_key_is_taken_off() -> None:
    report = only(
        DIALECT,
        "npm error code ENOENT\nnpm error syscall open\nnpm error path /home/dev/k/package.json\nnpm error errno -2\n"
        "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open 'package.json'\n"
        "npm error enoent This is related to npm not being able to find a file.\nnpm error enoent\n" + _LOG,
    )
    assert report.code == "ENOENT"
    assert report.message == (
        "Could not read package.json: Error: ENOENT: no such file or directory, open 'package.json'\n"
        "This is related to npm not being able to find a file."
    )
    report = only(
        DIALECT,
        "npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/nosuch-zz\nnpm error 404\n"
        + _LOG,
    )
    assert (report.code, report.message) == ("E404", "Not Found - GET https://registry.npmjs.org/nosuch-zz")
    report = only(
        DIALECT,
        "npm error code ENEEDAUTH\nnpm error need auth This command requires you to be logged in\n"
        "npm error need auth You need to authorize this machine using `npm adduser`\n" + _LOG,
    )
    assert report.message.startswith("This command requires you to be logged in\nYou need to authorize")


def test_older_versions_leave_lines_free() -> None:
    text = (
        "npm ERR! Linux 6.18.44\n"
        'npm ERR! argv "/home/dev/n/node/bin/node" "/home/dev/n/npm/bin/npm-cli.js" "run" "build"\n'
        "npm ERR! node v6.17.1\nnpm ERR! npm  v2.15.12\n\nnpm ERR! missing script: build\nnpm ERR! \n"
        "npm ERR! If you need help, you may report this error at:\nnpm ERR!     <https://github.com/npm/npm/issues>\n\n"
        "npm ERR! Please include the following file with any support request:\nnpm ERR!     /home/dev/p/npm-debug.log"
    )
    report = only(DIALECT, text)
    assert (report.message, report.span.end) == ("missing script: build", 12)
    assert len(read_text(text)) == 1


def test_silence() -> None:
    assert read(DIALECT, "npm warn deprecated rimraf@3.0.2: no longer supported\nnpm notice New version") == []
    assert read(DIALECT, "npm error code E404", command="npm view x || true", exit_code=0) == []
    assert read(DIALECT, "npm error code E404\nnpm error 404 Not Found", command="grep -r 'npm error' .") == []
    assert read_text("> x@1.0.0 build\n> exit 0\n", Hints("npm run build", 0)) == []


def test_a_script_that_failed() -> None:
    """npm 10.8, Yarn 1.22.22, pnpm 9: the script has said what is wrong, the status only whether a signal ended it."""
    text = (
        "npm error Lifecycle script `a` failed with error:\nnpm error code {}\nnpm error path /home/dev/x/p\n"
        "npm error workspace p@1.0.0\nnpm error location /home/dev/x/p\nnpm error command failed\n"
        "npm error command sh -c node nosuch.js\n"
    )
    report = only(DIALECT, text.format(1))
    assert (report.tool, report.code, report.summary) == ("npm", None, True)
    report = only(DIALECT, text.format(137))
    assert (report.tool, report.code, report.summary) == ("npm", "SIGKILL", True)
    text = "npm error code 1\nnpm error path /home/dev/x\nnpm error command failed\n"
    text += "npm error command sh -c python3 -c 1/0\n"
    report = only(DIALECT, text)
    assert (report.message, report.summary) == ("command failed: sh -c python3 -c 1/0", True)
    report = only(DIALECT, "error Command failed with exit code 137.", command="yarn run a", exit_code=137)
    assert (report.tool, report.code, report.summary) == ("yarn", "SIGKILL", True)
    report = only(DIALECT, "\u2009ELIFECYCLE\u2009 Command failed with exit code 1.", command="pnpm run b", exit_code=1)
    assert (report.tool, report.code, report.summary) == ("pnpm", None, True)


def test_npm_s_lines_end_a_message() -> None:
    text = (
        'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n'
        "ZeroDivisionError: division by zero\n"
        "npm error code 1\nnpm error path /home/dev/x\nnpm error command failed\n"
    )
    error, npm = (report for block in read_text(text) for report in block)
    assert (error.message, npm.summary) == ("division by zero", True)


def test_node_gyps_own_lines() -> None:
    text = (
        'gyp ERR! find Python \ngyp ERR! find Python - "" could not be run\ngyp ERR! configure error \n'
        "gyp ERR! stack Error: Could not find any Python installation to use\n"
        "gyp ERR! stack at PythonFinder.fail (/home/dev/k/node_modules/node-gyp/lib/find-python.js:300:11)\n"
        "gyp ERR! System Linux 6.8.0\ngyp ERR! cwd /home/dev/k\ngyp ERR! node -v v20.20.2\ngyp ERR! not ok "
    )
    report = only(DIALECT, text, command="npm install", exit_code=1)
    assert report.message == (
        'Error: Could not find any Python installation to use\nfind Python\nfind Python - "" could not be run'
    )
    assert report.span.end == 9
    assert len(read_text(text)) == 1
