"""Texts of docker 20.10.24 and 28.2.2 and docker-compose 1.29.2, provoked with a daemon and without one.

BuildKit's ends of builds with a place are from docker/getting-started#422, rwightman/udacity-driving-reader#29 and
moby/buildkit's `util/progress`; the daemon's answer about a port from conduitxyz/node#8; the socket's permissions from
docker-library/postgres#1124; what a container prints whose program is not started from SWE-agent/SWE-agent#180,
CTFd/CTFd#2598, Red5d/docker-autocompose#27 and TimothyYe/godns#54; docker-compose 1's answer from
MISP/x_old_misp_docker#90.
"""

from __future__ import annotations

import pytest
from tracemend.reading.programs.docker import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

_DAEMON = "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"


@pytest.mark.parametrize(
    ("text", "message", "end"),
    [
        (_DAEMON, _DAEMON, 1),
        (f"docker: {_DAEMON}\n\nRun 'docker run --help' for more information", _DAEMON, 3),
        ("docker: unknown command: docker nosuch\n\nRun 'docker --help' for more information", None, 3),
        ("docker: 'nosuch' is not a docker command.\nSee 'docker --help'", "'nosuch' is not a docker command.", 2),
        (
            "docker: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create "
            'failed: unable to start container process: exec: "nosuchcmd": executable file not found in $PATH: '
            "unknown.",
            None,
            1,
        ),
        (
            "Error response from daemon: driver failed programming external connectivity on endpoint node-node-q "
            "(4f1c): Bind for 0.0.0.0:6060 failed: port is already allocated",
            None,
            1,
        ),
        (
            "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: "
            'Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/images/create": dial unix /var/run/docker.sock: connect: '
            "permission denied",
            None,
            1,
        ),
        ("The command '/bin/sh -c echo hi' returned a non-zero code: 1", None, 1),
        (
            "The Compose file './docker-compose.yml' is invalid because:\n"
            "Unsupported config option for services.web: 'nosuch'",
            None,
            2,
        ),
    ],
)
def test_without_a_command(text: str, message: str | None, end: int) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.severity, report.span.end) == ("docker", "error", end)
    assert message is None or report.message == message
    assert any(block[0].tool == "docker" for block in read_text(text))


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Error: No such container: nosuch", "docker rm nosuch"),
        ("unknown shorthand flag: 'z' in -zz", "docker run -zz x"),
        ('unable to prepare context: path "nosuchdir" not found', "docker build nosuchdir"),
        ("docker: Invalid hostPort: 99999.", "docker run -p 99999:1 web"),
        ("docker: 'docker exec' requires at least 2 arguments", "docker exec"),
        ("no configuration file provided: not found", "docker compose up"),
        ("exec /bin/sh: no such file or directory", "docker run web"),
        ("        Can't find a suitable configuration file in this directory or any", "docker-compose up"),
    ],
)
def test_with_the_command(text: str, command: str) -> None:
    assert only(DIALECT, text, command=command, exit_code=1).tool == "docker"
    assert len(read_text(text, Hints(command, 1))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "exec /app/start.sh: exec format error",
        "exec /app/start.sh: no such file or directory",
        "exec ./start.sh: permission denied",
        "standard_init_linux.go:228: exec user process caused: exec format error",
        'standard_init_linux.go:211: exec user process caused "no such file or directory"',
        'panic: standard_init_linux.go:175: exec user process caused "exec format error"',
    ],
)
def test_a_program_that_the_container_does_not_start(text: str) -> None:
    report = only(DIALECT, text)
    assert (report.tool, report.severity, report.message) == ("docker", "error", text)
    assert [one.tool for block in read_text(f"web-1  | {text}") for one in block] == ["docker"]


def test_a_service_that_docker_compose_1_does_not_start() -> None:
    text = (
        "ERROR: for web  Cannot start service web: OCI runtime create failed: container_linux.go:349: starting "
        'container process caused "exec: \\"/run.sh\\": stat /run.sh: no such file or directory": unknown'
    )
    assert only(DIALECT, text).message.startswith("Cannot start service web: OCI runtime create failed: ")


def test_a_build_that_failed_at_a_line() -> None:
    text = (
        "------\n"
        " > [4/5] RUN pip install scipy==1.2.3:\n"
        "------\n"
        "Dockerfile:29\n"
        "--------------------\n"
        "  27 |     \n"
        "  28 |     \n"
        "  29 | >>> RUN pip install \\\n"
        "  30 | >>>     scipy==1.2.3\n"
        "  31 |     \n"
        "--------------------\n"
        'ERROR: failed to solve: process "/bin/sh -c pip install     scipy==1.2.3" did not complete successfully: '
        "exit code: 1"
    )
    report = only(DIALECT, text, command="docker build .", exit_code=1)
    assert report.message.startswith('failed to solve: process "/bin/sh -c pip install ')
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("Dockerfile", 29)
    assert report.user_frame.source == "RUN pip install \\"
    assert (report.span.start, report.span.end) == (4, 12)
    assert [one.tool for block in read_text(text) for one in block] == ["docker"]


@pytest.mark.parametrize(
    ("text", "command", "exit_code"),
    [
        (_DAEMON, "docker ps || true", 0),
        (_DAEMON, "cat log.txt", None),
        ("Unable to find image 'nosuch:latest' locally", "docker run nosuch", 1),
        ("Error: No such container: nosuch", None, None),
        ("app.py:12\n--------------------\nall well", None, None),
        (" => ERROR [2/2] RUN false    0.2s", None, None),
        ("exec: nosuch: not found", None, None),
        ("exec /app/start.sh: all well", None, None),
        ("exec format error: ./start", None, None),
    ],
)
def test_silence(text: str, command: str | None, exit_code: int | None) -> None:
    assert read(DIALECT, text, command=command, exit_code=exit_code) == []
