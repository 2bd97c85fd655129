"""Texts of the shells that `test_shell` names, gunicorn 27, supervisord 4.3, provoked here; those of
systemd, Linux, kubectl, CI services, Celery, uWSGI, Slurm, Heroku, AWS and PyCharm are quoted in repositories."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text
from tracemend.reading.shells.killed import DIALECT

from .asking import counted, only, read


@pytest.mark.parametrize(
    ("line", "signal", "place"),
    [
        ('kill.sh: line 1: 18955 Killed                  python3 -c "x"', "SIGKILL", ("kill.sh", 1)),
        ("./k.sh: line 2:  5079 Killed                  python3 app.py", "SIGKILL", ("./k.sh", 2)),
        ('kill.sh: line 6: 19201 Floating point exceptionpython3 -c "x"', "SIGFPE", ("kill.sh", 6)),
        ('bash: line 1: 32402 Segmentation fault      (core dumped) python3 -c "x"', "SIGSEGV", None),
        ('bash: Zeile 1: 32474 Getötet                python3 -c "x"', "SIGKILL", None),
        ('bash: 第 1 行：32408 段错误               python3 -c "x"', "SIGSEGV", None),
        ('bash : ligne 1 : 32492 Processus arrêté      python3 -c "x"', "SIGKILL", None),
        ('bash, linha 1: 32528 Morto                   python3 -c "x"', "SIGKILL", None),
        ("kill.sh: line 3: 20067: Memory fault", "SIGSEGV", ("kill.sh", 3)),
        ("Killed", "SIGKILL", None),
        ("Killed ", "SIGKILL", None),
        ("Killed: 9", "SIGKILL", None),
        ("Abort trap: 6", "SIGABRT", None),
        ("Segmentation fault (core dumped)", "SIGSEGV", None),
        ("Memory fault(coredump)", "SIGSEGV", None),
        ("已杀死", "SIGKILL", None),
        ("Speicherzugriffsfehler (Speicherabzug geschrieben)", "SIGSEGV", None),
        ("[1]+  Killed                  sleep 5", "SIGKILL", None),
        ("[1] + Killed                     sleep 5", "SIGKILL", None),
        ("[1]  + killed     sleep 5", "SIGKILL", None),
        ("zsh: killed     python3 -c 'x'", "SIGKILL", None),
        ("zsh: segmentation fault (core dumped)  python3 -c 'x'", "SIGSEGV", None),
        ("zsh: IOT instruction  python3 -c 'x'", "SIGABRT", None),
        ("fish: Job 1, 'python3 -c 'x…' terminated by signal SIGKILL (Forced quit)", "SIGKILL", None),
    ],
)
def test_shells(line: str, signal: str, place: tuple[str, int] | None) -> None:
    report = only(DIALECT, line)
    assert (report.tool, report.severity, report.exception, report.code) == ("system", "error", None, signal)
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == place


def test_words_that_programs_use_too() -> None:
    assert read(DIALECT, "Aborted") == read(DIALECT, "Terminated") == []
    assert only(DIALECT, "Aborted", exit_code=134).code == "SIGABRT"
    assert only(DIALECT, "Terminated", exit_code=143).code == "SIGTERM"
    assert only(DIALECT, "free(): invalid pointer\nAborted").code == "SIGABRT"
    assert only(DIALECT, "Aborted (core dumped)").code == "SIGABRT"
    assert read(DIALECT, "Killed", exit_code=0) == []


def test_what_repeats_the_end() -> None:
    """An exit status that tells of a signal says nothing new below the signal's name, and something without it."""
    for last in ("make: *** [Makefile:2: all] Error 137", "##[error]Process completed with exit code 137."):
        killed, repeated = (report for block in read_text(f"Killed\n{last}\n") for report in block)
        assert (killed.tool, killed.message, killed.summary) == ("system", "Killed", False)
        assert (repeated.code, repeated.summary) == ("SIGKILL", True)
        assert counted([killed, repeated]) == [killed]
        assert counted([repeated]) == [repeated]
        other = replace(killed, code=None, message="cannot open the file")
        assert counted([other, repeated]) == [other, repeated]


def test_whose_line_it_is() -> None:
    """Docker's and make's lines are theirs, also where a signal ended what they ran."""
    texts = {
        "docker": 'ERROR: failed to solve: process "/bin/sh -c pip install x" did not complete successfully: '
        "exit code: 137",
        "make": "make: *** [Makefile:4: b] Error 137",
    }
    for tool, text in texts.items():
        ((report,),) = read_text(text)
        assert (report.tool, report.code) == (tool, "SIGKILL")
    ((report,),) = read_text("The command '/bin/sh -c make' returned a non-zero code: 139")
    assert (report.tool, report.code) == ("docker", "SIGSEGV")


def test_a_script_that_ended_well() -> None:
    """bash 5.2: `sleep 5 &`, `kill -9 $!`, `wait $!`, `echo $?`."""
    text = "s.sh: line 3: 14182 Killed                  sleep 5\n137\n"
    assert read_text(text, Hints("bash s.sh", 0)) == []
    assert read_text(text, Hints("bash s.sh", 137))[0][0].code == "SIGKILL"


def test_a_process_number_filled_with_blanks() -> None:
    """bash 5.2 fills it to five places; GNU make 4.3 ran the script."""
    killed, *_ = (
        report
        for block in read_text(
            "./k.sh: line 2:  5079 Killed                  python3 app.py\nmake: *** [Makefile:2: all] Error 137\n"
        )
        for report in block
    )
    assert (killed.tool, killed.code) == ("system", "SIGKILL")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("web-1 exited with code 137", "SIGKILL"),
        ("api_1       exited with code 139 (restarting)", "SIGSEGV"),
        ("##[error]Process completed with exit code 137.", "SIGKILL"),
        ("Error: Process completed with exit code 143.", "SIGTERM"),
        ("ERROR: Job failed: exit code 137", "SIGKILL"),
        ("ERROR: Job failed: exit status 137", "SIGKILL"),
        ("ERROR: Job failed: command terminated with exit code 137", "SIGKILL"),
        ("ERROR: Job failed: run exit (exit code: 137)", "SIGKILL"),
        ('ERROR: Job failed: step "user_script": exec: executing script: exit status 137', "SIGKILL"),
        ("ERROR: script returned exit code 137", "SIGKILL"),
        ("Process finished with exit code 137 (interrupted by signal 9: SIGKILL)", "SIGKILL"),
        ("Process finished with exit code -1073741819 (0xC0000005)", "STATUS_ACCESS_VIOLATION"),
        ('ERROR: process "/bin/sh -c pip install x" did not complete successfully: exit code: 137', "SIGKILL"),
        ("command terminated with exit code 137", "SIGKILL"),
        ("web-7d9f 0/1     CrashLoopBackOff   5 (30s ago)   5m", "CrashLoopBackOff"),
        ("web-7d9f 0/1     OOMKilled          1             9s", "OOMKilled"),
        ("postgresql.service: main process exited, code=killed, status=9/KILL", "SIGKILL"),
        (" Main PID: 22714 (code=killed, signal=KILL)", "SIGKILL"),
        ("Memory cgroup out of memory: Killed process 5155 (pip) total-vm:1573532kB, anon-rss:798816kB", "OOMKilled"),
        ("[ 2580.545557] npviewer.bin[2121]: segfault at 0 ip 00000000f6197db1 sp 00000000ffdbbf20 error 4", "SIGSEGV"),
        ("2026-11-25 21:31:25,246 WARN exited: web (terminated by SIGKILL; not expected)", "SIGKILL"),
        ("2026-11-25 21:31:26,248 INFO gave up: bad entered FATAL state, too many start retries too quickly", "FATAL"),
        ("[2026-11-25 21:31:21 +0000] [12316] [CRITICAL] WORKER TIMEOUT (pid:12318)", "WORKER TIMEOUT"),
        (
            "[2026-11-25 21:31:21 +0000] [12316] [ERROR] Worker (pid:12370) was sent SIGKILL! Perhaps out of memory?",
            "SIGKILL",
        ),
        (
            "[2025-10-31 15:18:29,533: ERROR/MainProcess] Process 'ForkPoolWorker-2' pid:17 exited with "
            "'signal 9 (SIGKILL)'",
            "SIGKILL",
        ),
        ("DAMN ! worker 1 (pid: 2449) died, killed by signal 9 :( trying respawn ...", "SIGKILL"),
        ("slurmstepd: error: Detected 1 oom_kill event in StepId=13631246.1. Some of the step tasks", "OOMKilled"),
        ("srun: error: nid007876: task 0: Out Of Memory", "OOMKilled"),
        ("Error R14 (Memory quota exceeded)", "R14"),
        (
            "RequestId: 0c4a1f2b-8a3e-4d5f-9c11-2f5b7a1c9d0e Error: Runtime exited with error: signal: killed",
            "SIGKILL",
        ),
    ],
)
def test_services(line: str, code: str) -> None:
    reports = read(DIALECT, line)
    assert [report.code for report in reports] == [code]


def test_kubectl_describe() -> None:
    report = only(DIALECT, "      Reason:       OOMKilled\n      Exit Code:    137\n      Started:      now")
    assert (report.message, report.code, report.span.end) == ("Reason: OOMKilled\nExit Code: 137", "OOMKilled", 2)
    assert only(DIALECT, "      Reason:       Error\n      Exit Code:    139\n").code == "SIGSEGV"
    assert read(DIALECT, "      Reason:       Error\n      Exit Code:    1\n") == []


def test_one_report_for_one_end_behind_prefixes() -> None:
    blocks = read_text(
        "Aug 25 11:10:09 atulya systemd[1]: mariadb.service: A process of this unit has been killed by the OOM killer."
        "\n"
        "Aug 25 11:10:11 atulya systemd[1]: mariadb.service: Main process exited, code=killed, status=9/KILL\n"
        "Aug 25 11:10:11 atulya systemd[1]: mariadb.service: Failed with result 'oom-kill'.\n"
        "Aug 25 11:10:11 atulya kernel: [4068414.990905] Out of memory: Killed process 5155 (pip) total-vm:15kB\n"
    )
    assert [(report.code, len(report.notes)) for block in blocks for report in block] == [
        ("OOMKilled", 2),
        ("OOMKilled", 0),
    ]


def test_the_cheap_pass_finds_them() -> None:
    for line in (
        "web-1 exited with code 137",
        "Killed",
        "已杀死",
        "[1]+  Killed                  sleep 5",
        "zsh: killed     python3 -c 'x'",
        "##[error]Process completed with exit code 137.",
        "Process finished with exit code 137 (interrupted by signal 9: SIGKILL)",
        "2026-11-25 21:31:25,246 WARN exited: web (terminated by SIGKILL; not expected)",
        "[2026-11-25 21:31:21 +0000] [12316] [CRITICAL] WORKER TIMEOUT (pid:12318)",
        "web-7d9f 0/1     CrashLoopBackOff   5 (30s ago)   5m",
        "DAMN ! worker 1 (pid: 2449) died, killed by signal 9 :( trying respawn ...",
        "2025-10-02T08:30:06.243727+00:00 heroku[worker.1]: Error R14 (Memory quota exceeded)",
    ):
        blocks = read_text(f"all is well\n{line}\n\n")
        assert [report.span.start for block in blocks for report in block] == [2], line


@pytest.mark.parametrize(
    "text",
    [
        "web-1 exited with code 0",
        "web-1 exited with code 1",
        "web-1 exited with code 143",
        "##[error]Process completed with exit code 1.",
        "Process finished with exit code 0",
        "Killed 3 processes",
        "The worker was killed",
        "INFO killed the old worker",
        "2026-11-25 21:31:23,724 WARN exited: bad (exit status 3; not expected)",
        "[2026-11-25 21:31:22 +0000] [12316] [INFO] Worker exiting (pid: 12404)",
        "[2026-11-25 21:31:22 +0000] [12316] [ERROR] Worker (pid:12370) was sent SIGTERM!",
        "app.service: Main process exited, code=killed, status=15/TERM",
        "app.service: Main process exited, code=exited, status=1/FAILURE",
        "make: *** [Makefile:4: b] Error 1",
        "exit code 137 means SIGKILL",
        "  9) SIGKILL    10) SIGUSR1",
        "[1]+  Done                    sleep 5",
        "[1]+  Stopped                 vim",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_commands_that_show_text() -> None:
    assert read(DIALECT, "Killed", command="cat build.log") == []
    assert len(read(DIALECT, "Killed", command="cat build.log", selected=True)) == 1


def test_hostile_lines_take_no_time() -> None:
    for line in (
        "make: *** [" * 20_000 + "Error 137",
        'process "x' * 20_000 + " exit code: 137",
        "web " * 50_000 + "exited with code 137",
        " " * 100_000 + "Main PID: 1 signal=",
        "x: line 1: " * 20_000,
    ):
        assert read(DIALECT, line) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (
            "Aug 27 12:26:08 docker4 systemd[1]: emonhub.service: Control process exited, code=exited, status=217/USER",
            "USER",
        ),
        (
            "Nov 05 12:00:46 pi systemd[1]: gassistpi-ok-google.service: Main process exited, code=exited, "
            "status=210/CHROOT",
            "CHROOT",
        ),
        ("Program received signal SIGSEGV, Segmentation fault.", "SIGSEGV"),
        (
            "ERROR:torch.distributed.elastic.multiprocessing.api:failed (exitcode: -9) local_rank: 0 (pid: 16) of "
            "binary: /opt/conda/bin/python",
            "SIGKILL",
        ),
        (
            "E1106 04:43:02.651000 26021 site-packages/torch/distributed/elastic/multiprocessing/api.py:869] "
            "failed (exitcode: -6) local_rank: 3 (pid: 26026) of binary: /root/miniconda3/envs/pippy/bin/python",
            "SIGABRT",
        ),
    ],
)
def test_what_never_started_and_what_launchers_say(line: str, code: str) -> None:
    """Of threads xorbit/LiFePO4wered-Pi#63, shivasiddharth/GassistPi#615, modular/modular#5726,
    Vision-CAIR/MiniGPT-4#237 (with another signal) and NVIDIA/nccl#1504."""
    ((report,),) = read_text(line + "\n")
    assert report.code == code


def test_an_exit_status_of_the_program_s_own() -> None:
    line = "Dez 28 06:43:00 XXX systemd[1]: cron.service: Main process exited, code=exited, status=1/FAILURE\n"
    assert read_text(line) == []
    assert read_text("failed (exitcode: 1) local_rank: 0 (pid: 16) of binary: /opt/conda/bin/python\n") == []


def test_a_list_of_containers() -> None:
    text = (
        "CONTAINER ID   IMAGE      COMMAND     CREATED         STATUS                       PORTS     NAMES\n"
        'd0ef9f3c7a11   centos:6   "bash"      4 minutes ago   Exited (139) 3 minutes ago             hungry_bell\n'
        '10ef9f3c7a11   web:2      "python"    4 minutes ago   Exited (0) 3 minutes ago               calm_bell\n'
        '20ef9f3c7a11   web:2      "python"    4 minutes ago   Up 3 minutes                           tall_bell\n'
    )
    found = [(report.code, report.message, report.span.start) for block in read_text(text) for report in block]
    assert found == [("SIGSEGV", "Exited (139) 3 minutes ago", 2)]
