"""What stands before each line of an output: taken off where the lines agree, and left where it is a text's own.

The tracebacks are printed by a real program when the test runs; runners that cannot run here (Docker, CI services,
systemd) are stood in for by their line formats.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from tracemend.reading.prefix import certain_prefixes
from tracemend.reading.reader import Reader
from tracemend.reading.report import ErrorReport, Hints, PrefixKind, Span
from tracemend.reading.scanner import read_text

PROGRAM = """\
import json

def load(name):
    with open(name) as file:
        return json.load(file)

try:
    load("settings.json")
except OSError as error:
    raise RuntimeError("no settings") from error
"""
GROUP = """\
def check(names):
    raise ExceptionGroup("two names", [KeyError(name) for name in names])

check(["host", "port"])
"""

Runner = Callable[[int, str], str]
"""A line number and a line to the line as the runner shows it."""

RUNNERS: dict[str, tuple[PrefixKind, Runner]] = {
    "docker compose": ("container", lambda n, line: f"web-1    | {line}"),
    "docker-compose 1": ("container", lambda n, line: f"shop_web_1  | {line}"),
    "docker logs -t": ("ci", lambda n, line: f"2026-11-23T18:03:12.{1234 + 37 * n}Z {line}"),
    "kubectl logs --prefix": ("container", lambda n, line: f"[pod/web-6d4cf56db6-x7k2p/app] {line}"),
    "kubectl --prefix --timestamps": (
        "container",
        lambda n, line: f"[pod/web-6d4cf56db6-x7k2p/app] 2026-11-23T18:03:12.{100000000 + n}Z {line}",
    ),
    "GitHub Actions": ("ci", lambda n, line: f"2026-11-23T18:03:{12 + n // 40}.{1234560 + 7310 * n}Z {line}"),
    "GitHub Actions, compose": (
        "container",
        lambda n, line: f"2026-11-23T18:03:12.{1234560 + 7310 * n}Z web-1  | {line}",
    ),
    "gh run view --log": ("ci", lambda n, line: f"test\tRun tests\t2026-11-23T18:03:12.{1234560 + n}Z {line}"),
    "GitLab": ("ci", lambda n, line: f"2026-11-23T18:03:12.{123456 + n}Z 01E {line}"),
    "Heroku": ("container", lambda n, line: f"2026-11-23T18:03:12.{123456 + n}+00:00 app[web.1]: {line}"),
    "journalctl": ("log", lambda n, line: f"Nov 23 18:03:{12 + n % 40} app01 shop[2417]: {line}"),
    "journalctl -o short-iso": ("log", lambda n, line: f"2026-11-23T18:03:{12 + n % 40}+0100 app01 shop[2417]: {line}"),
    "foreman": ("log", lambda n, line: f"18:03:{12 + n % 40} web.1    | {line}"),
    "containerd": ("container", lambda n, line: f"2026-11-23T18:03:12.{100000000 + n}Z stderr F {line}"),
    "aws logs tail": (
        "container",
        lambda n, line: f"2026-11-23T18:03:12.{123000 + n}+00:00 ecs/app/0123456789abcdef0123456789abcdef {line}",
    ),
    "Fly.io": ("container", lambda n, line: f"2026-11-23T18:03:{12 + n % 40}Z app[91857] ams [info] {line}"),
    "Nix": ("log", lambda n, line: f"       > {line}"),
    "torchrun": ("log", lambda n, line: f"[rank0]: {line}"),
    "mpirun --tag-output": ("log", lambda n, line: f"[1,0]<stderr>:{line}"),
    "Ray": ("log", lambda n, line: f"(train pid=2417, ip=10.0.0.7) {line}"),
    "BuildKit": ("container", lambda n, line: f"#12 {n / 1000 + 0.2:.3f} {line}"),
    "BuildKit's summary": ("log", lambda n, line: f"{n / 1000 + 0.2:.3f} {line}"),
    "BuildKit's summary, later": ("log", lambda n, line: f"{n / 100 + 41:.2f} {line}"),
    "json-file": (
        "container",
        lambda n, line: json.dumps(
            {"log": line + "\n", "stream": "stderr", "time": f"2026-11-23T18:03:12.{n}Z"}, separators=(",", ":")
        ),
    ),
}
LOOSE: dict[str, Runner] = {
    "logging": lambda n, line: f"2026-11-23 18:03:{12 + n % 40},{100 + n} INFO     shop.jobs {line}",
    "loguru": lambda n, line: f"2026-11-23 18:03:12.{100 + n} | ERROR    | shop.jobs:run:{41} - {line}",
    "Airflow": lambda n, line: f"[2026-11-23, 18:03:{12 + n % 40} UTC] {{subprocess.py:93}} INFO - {line}",
    "Airflow's own": lambda n, line: (
        f"[2026-11-23 18:03:{12 + n % 40},{100 + n}] {{process_utils.py:190}} INFO - {line}"
    ),
    "Azure Pipelines": lambda n, line: f"##[error]{line}",
    "Google Cloud Build": lambda n, line: f'Step #2 - "test": {line}',
    "concurrently": lambda n, line: f"[0] {line}",
    "Turborepo": lambda n, line: f"@shop/web:build: {line}",
    "git's remote": lambda n, line: f"remote: {line}",
    "nix build -L": lambda n, line: f"shop> {line}",
    "Render": lambda n, line: f"May 1 10:00:{12 + n % 40} AM  {line}",
    "Railway": lambda n, line: f"[err]  {line}",
    "podman-compose": lambda n, line: f"[web]       | {line}",
    "Tilt": lambda n, line: f"          web │ {line}",
    "kail": lambda n, line: f"default/web-6d4cf56db6-x7k2p[app]: {line}",
    "Vagrant": lambda n, line: f"    default: {line}",
    "Terraform": lambda n, line: f"null_resource.shop (local-exec): {line}",
    "Fabric": lambda n, line: f"[app01] out: {line}",
    "parallel --tag": lambda n, line: f"app01\t{line}",
    "a level": lambda n, line: f"ERROR - {line}",
    "Maven's form": lambda n, line: f"[ERROR] {line}",
    "compose, container_name": lambda n, line: f"shop | {line}",
    "pm2": lambda n, line: f"0|shop  | {line}",
    "stern": lambda n, line: f"web-6d4cf56db6-x7k2p app {line}",
    "basicConfig": lambda n, line: f"ERROR:shop:{line}",
}


def printed(program: str, folder: Path) -> list[str]:
    """The lines that a program prints as it fails."""
    file = folder / "job.py"
    file.write_text(program, "utf-8")
    done = subprocess.run([sys.executable, file.name], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1
    return done.stderr.splitlines()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A chain of two."""
    return printed(PROGRAM, tmp_path_factory.mktemp("job"))


def reports(text: str, selected: bool = False, command: str | None = None) -> list[ErrorReport]:
    return [one for block in read_text(text, Hints(command=command, selected=selected)) for one in block]


def without_place(found: list[ErrorReport]) -> list[ErrorReport]:
    """What was read, apart from where it stands and what stood before it."""
    return [replace(one, span=Span(0, 0), prefix=None) for one in found]


@pytest.mark.parametrize("runner", RUNNERS)
def test_runners(lines: list[str], runner: str) -> None:
    kind, prefix = RUNNERS[runner]
    text = ["starting", *lines, "", "over"]
    found = reports("".join(prefix(number, line) + "\n" for number, line in enumerate(text)))
    plain = reports("\n".join(text))
    assert [one.exception for one in plain] == ["FileNotFoundError", "RuntimeError"]
    assert found == [replace(one, prefix=kind) for one in plain]


@pytest.mark.parametrize("runner", LOOSE)
def test_records(lines: list[str], runner: str) -> None:
    """Prefixes that are not certain: the whole block has to have one of the same shape."""
    text = "".join(LOOSE[runner](number, line) + "\n" for number, line in enumerate(lines))
    found = reports(text)
    assert [one.exception for one in found] == ["FileNotFoundError", "RuntimeError"]
    assert [one.prefix for one in found] == ["log", "log"]
    assert found[0].frames[-1].line == 4


@pytest.mark.skipif(sys.version_info < (3, 11), reason="exception groups came with Python 3.11")
@pytest.mark.parametrize("runner", ["GitHub Actions", "journalctl"])
def test_groups(tmp_path: Path, runner: str) -> None:
    group = printed(GROUP, tmp_path)
    for prefix in (RUNNERS[runner][1], LOOSE["logging"]):
        found = reports("\n".join(prefix(number, line) for number, line in enumerate(group)))
        assert without_place(found) == without_place(reports("\n".join(group)))


@pytest.mark.parametrize("runner", ["docker compose", "journalctl", "Ray"])
def test_programs_that_alternate(lines: list[str], tmp_path: Path, runner: str) -> None:
    """Each program's lines are read as if no other had printed; its block's span goes from its first to its last."""
    others = printed("import no_such_module_here\n", tmp_path)
    prefix = RUNNERS[runner][1]

    def second(number: int, line: str) -> str:
        return prefix(number, line).replace("web-1", "db-2").replace("shop[2417]", "cron[88]").replace("2417", "88")

    mixed = zip_longest(
        (prefix(number, line) for number, line in enumerate(lines)),
        (second(number, line) for number, line in enumerate(others)),
    )
    text = "\n".join(line for line in chain.from_iterable(mixed) if line is not None)
    found = reports(text)
    assert sorted(str(one.exception) for one in found) == ["FileNotFoundError", "ModuleNotFoundError", "RuntimeError"]
    other = next(one for one in found if one.exception == "ModuleNotFoundError")
    assert other.span == Span(2, 2 * len(others))


def test_errors_of_one_line() -> None:
    """Behind a certain prefix any error is read, behind a record's only a traceback."""
    line = "ERROR: Could not find a version that satisfies the requirement nosuchpackage (from versions: none)"
    (found,) = reports(f"2026-11-23T18:03:12.1234560Z {line}\n2026-11-23T18:03:12.1234570Z done\n")
    assert (found.tool, found.prefix) == ("pip", "ci")
    assert reports(f"2026-11-23 18:03:12,345 INFO tasks.pip {line}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T18:03:12.123Z INFO worker retrying after ConnectionError: refused\n" * 3,
        "2026-11-23 18:03:12,123 ERROR shop: Traceback (most recent call last): was in the text of the mail\n" * 3,
        "web-1  | 2026-11-23 18:03:12 INFO handled ValueError: no\nweb-1  | ready\n",
        "Nov 23 18:03:12 app01 shop[2417]: PermissionError handled, going on\n",
        "[gw0] [ 50%] PASSED tests/test_a.py::test_error\n[gw1] [100%] PASSED tests/test_a.py::test_traceback\n",
        " id | name\n----+------\n  1 | ValueError: x\n",
        "name_1 | status\nrow_2 | ok: no error: 0\n",
    ],
)
def test_silence(text: str) -> None:
    assert reports(text) == []


def test_what_grep_shows_is_no_error(lines: list[str]) -> None:
    text = "\n".join(f"app.log:{number}:{line}" for number, line in enumerate(lines, 17))
    assert reports(text, command="grep -n -A9 Traceback app.log") == []
    assert [one.exception for one in reports(text, selected=True)] == ["FileNotFoundError", "RuntimeError"]


@pytest.mark.parametrize("sign", ["> ", "# ", "* ", "- ", "+ ", "// ", "| "])
def test_what_is_quoted_or_a_comment_is_no_error(lines: list[str], sign: str) -> None:
    found = reports("".join(f"{sign}{line}\n" for line in lines))
    assert [one for one in found if one.frames] == []


def test_a_record_above_a_traceback_of_its_own(lines: list[str]) -> None:
    """`logging.exception` prefixes the record alone; the traceback stands below without any prefix."""
    found = reports("2026-11-23 18:03:12,123 ERROR shop: the job failed\n" + "\n".join(lines))
    assert [one.prefix for one in found] == [None, None]
    assert found[0].span.start == 2


def test_a_record_whose_text_is_a_traceback(lines: list[str]) -> None:
    """`logger.error(traceback.format_exc())`: the header stands in the record, all else below."""
    first, *rest = lines
    found = reports("\n".join([f"2026-11-23 18:03:12,123 ERROR shop: {first}", *rest]))
    assert [one.exception for one in found] == ["FileNotFoundError", "RuntimeError"]


@pytest.mark.parametrize("runner", [*RUNNERS, *LOOSE])
def test_cut_at_every_line(lines: list[str], runner: str) -> None:
    prefix = RUNNERS[runner][1] if runner in RUNNERS else LOOSE[runner]
    text = [prefix(number, line) for number, line in enumerate(["a", *lines, "b", *lines])]
    whole = Reader()
    expected = whole.feed(text) + whole.close()
    single = Reader()
    found = [block for line in text for block in single.feed([line])]
    assert found + single.close() == expected


def test_prefixes_of_a_long_line_are_not_looked_for() -> None:
    assert certain_prefixes("web-1  | " + "x" * 1_000_000) == []


@pytest.mark.parametrize(
    "prefix",
    [
        "03-12 17:42:58.682  8151  8182 I python  : ",  # logcat, thread tshirtman/kivy_service_osc#1
        "I/python  (20111): ",  # logcat -v brief
        "E0228 00:35:58.954000 724855 site-packages/torch/distributed/elastic/multiprocessing/api.py:732] ",
        "[ 1053s] ",  # the Open Build Service, thread dask/distributed#5460
        "10: ",  # ctest -V, thread SyneRBI/SIRF#1393
    ],
)
def test_phones_launchers_and_builds(lines: list[str], prefix: str) -> None:
    """torch's is of thread NVIDIA/nvidia-resiliency-ext#18."""
    text = "".join(f"{prefix}{line}\n" for line in lines)
    bare = [one.exception for block in read_text("".join(f"{line}\n" for line in lines)) for one in block]
    assert [one.exception for block in read_text(text) for one in block] == bare


def test_a_phone_s_records_that_tell_of_no_error() -> None:
    assert read_text("11-26 10:00:00.123  1234  1250 I python  : Initialized python, error handler installed\n") == []


def test_a_record_s_head_behind_a_runner_s_prefix(lines: list[str]) -> None:
    """As vLLM logs, its processes' names in front (thread runpod-workers/worker-vllm#276)."""
    bare = [one.exception for block in read_text("".join(f"{line}\n" for line in lines)) for one in block]
    for runner in ("(EngineCore_DP0 pid=269) ", "2026-03-11T17:57:32.372145579Z (EngineCore_DP0 pid=269) "):
        text = "".join(
            f"{runner}ERROR 03-11 17:57:{at % 60:02} [core.py:1006] {line}\n" for at, line in enumerate(lines)
        )
        for selected in (False, True):
            found = read_text(text, Hints(selected=selected))
            assert [one.exception for block in found for one in block] == bare


def test_errors_without_a_traceback_behind_build_kit_s_seconds() -> None:
    """A build's summary, as threads quote it (astral-sh/uv#3308, open5e/open5e-api#958): five characters each."""
    text = (
        "------\n > [backend stage-0 5/6] RUN uv sync --frozen:\n"
        "0.800 Creating virtual environment at: .venv\n"
        "8.674 error: Failed to prepare distributions\n"
        "8.674   Caused by: Failed to download and build `geventhttpclient==2.3.1`\n"
        "8.675\n"
        "8.675 [stderr]\n"
        "12.67 error: command 'gcc' failed: No such file or directory\n------\n"
    )
    inner, outer = reports(text)
    assert (inner.tool, inner.span, outer.tool, outer.span) == ("setuptools", Span(8, 8), "uv", Span(4, 8))
    assert (inner.prefix, outer.prefix) == ("log", "log")
    assert reports("1.5 error: Failed to prepare distributions\n1.25 error: Failed to spawn: `x`\n") == []
