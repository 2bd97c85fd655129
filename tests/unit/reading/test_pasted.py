"""Texts as people copy them: without indentation, without their first line, behind other text.

The tracebacks were provoked with CPython 3.11 and 3.13 (loguru, uvicorn where they are named); what was lost is taken
away by the test. Threads are cited where the text is theirs.
"""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.traceback import DIALECT

from .asking import only, read

CHAIN = """\
Traceback (most recent call last):
  File "/home/dev/shop/app.py", line 3, in load
    return {"tea": 3}[name]
           ~~~~~~~~~~^^^^^^
KeyError: 'coffee'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/dev/shop/app.py", line 9, in <module>
    main()
    ~~~~^^
  File "/home/dev/shop/app.py", line 6, in main
    raise RuntimeError("no price") from error
RuntimeError: no price
"""

GROUP = """\
  + Exception Group Traceback (most recent call last):
  |   File "/home/dev/shop/grp.py", line 13, in <module>
  |     asyncio.run(main())
  |   File "/usr/lib/python3.11/asyncio/runners.py", line 190, in run
  |     return runner.run(main)
  |            ^^^^^^^^^^^^^^^^
  |   File "/home/dev/shop/grp.py", line 9, in main
  |     async with asyncio.TaskGroup() as group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/home/dev/shop/grp.py", line 5, in fetch
    |     raise ValueError("bad")
    | ValueError: bad
    +------------------------------------
"""


def told(text: str, hints: Hints | None = None) -> list[tuple[str | None, str, int | None]]:
    """Exception, message and the user's line of each report of a text."""
    return [line_of(one) for block in read_text(text, hints) for one in block]


def line_of(report: ErrorReport) -> tuple[str | None, str, int | None]:
    return report.exception, report.message, report.user_frame.line if report.user_frame else None


def without_indentation(text: str) -> str:
    return "".join(line.lstrip(" ") for line in text.splitlines(True))


@pytest.mark.parametrize("blank", ["\n", ""], ids=["blank lines kept", "blank lines lost too"])
@pytest.mark.parametrize("selected", [False, True])
def test_without_indentation(blank: str, selected: bool) -> None:
    """As web pages and forms leave it; the frames and their sources are the same."""
    text = without_indentation(CHAIN).replace("\n\n", "\n" + blank)
    assert (
        told(text, Hints(selected=selected))
        == told(CHAIN)
        == [
            ("KeyError", "'coffee'", 3),
            ("RuntimeError", "no price", 6),
        ]
    )
    flat, whole = read(DIALECT, text.rstrip()), read(DIALECT, CHAIN.rstrip())
    assert [[(f.line, f.name, f.source) for f in one.frames] for one in flat] == [
        [(f.line, f.name, f.source) for f in one.frames] for one in whole
    ]


def test_curly_quotes() -> None:
    """As forum software sets them, here behind a record's head and without indentation (thread
    vllm-project/vllm#26898)."""
    head = "(EngineCore_DP0 pid=59619) ERROR 10-15 08:32:29 [core.py:708] "
    text = without_indentation(CHAIN.partition("\n\n")[0]).replace(' "/', " “/").replace('.py"', ".py”")
    assert "File “/home/dev/shop/app.py”, line 3" in text
    for prefix in ("", head, head.partition(") ")[2]):
        assert told("".join(f"{prefix}{line}\n" for line in text.split("\n"))) == [("KeyError", "'coffee'", 3)]


def test_a_greenlet_s_end_is_not_the_message_s() -> None:
    """gevent prints it below (thread gevent/gevent#2021); its own frame is a compiled module's."""
    text = (
        'Traceback (most recent call last):\n  File "src/gevent/greenlet.py", line 908, in '
        "gevent._gevent_cgreenlet.Greenlet.run\n"
        '  File "/usr/local/lib/python3.10/threading.py", line 1008, in _bootstrap_inner\n    del _limbo[self]\n'
        "KeyError: 7\n<Greenlet at 0x387f410: <bound method Thread._bootstrap of <Thread(x)>>> failed with KeyError\n"
    )
    assert told(text) == [("KeyError", "7", None)]


def test_what_stood_in_angle_brackets_is_lost() -> None:
    """`<module>` reads as a tag where text is put into a page, and a blank at a line's end goes as well."""
    report = only(DIALECT, CHAIN.partition("exception:\n\n")[2].replace(", in <module>", ", in").rstrip())
    first = report.frames[0]
    assert (first.line, first.name, first.source) == (9, None, "main()")
    assert report.exception == "RuntimeError"


@pytest.mark.parametrize("margin", ["", " "])
def test_a_group_s_first_line_without_its_margin(margin: str) -> None:
    """Who copies a text, or calls `strip()`, takes the first line's blanks away (thread agronholm/anyio#848)."""
    assert told(margin + GROUP.lstrip()) == told(GROUP)
    assert told(GROUP)[-1] == ("ExceptionGroup", "unhandled errors in a TaskGroup (1 sub-exception)", 5)


def test_a_plus_that_is_no_group() -> None:
    assert told("+ Exception Group Traceback (most recent call last):\n+ is what it prints\n") == []


LOGURU = """\
An error has been caught in function '<module>', process 'MainProcess' (1972), thread 'MainThread' (140573485194112):\
Traceback (most recent call last):
  File "/home/dev/shop/lg2.py", line 13, in <module>
    load()
  File "/home/dev/shop/lg2.py", line 10, in load
    return {}["host"]
KeyError: 'host'
"""


@pytest.mark.parametrize("selected", [False, True])
def test_a_header_behind_other_text(selected: bool) -> None:
    """loguru 0.7 with a format that puts no line feed between the message and the exception."""
    assert told(LOGURU, Hints(selected=selected)) == [("KeyError", "'host'", 10)]
    ((report,),) = read_text(LOGURU)
    assert (report.span.start, report.span.end) == (1, 6)


def test_inside_a_viewer_s_frame() -> None:
    """k9s draws a line at both sides (thread benoitc/gunicorn#3111)."""
    rows = CHAIN.partition("\n\n")[0].split("\n")
    text = "".join(f"│ {row:<90} │\n" for row in rows)
    assert told(text, Hints(selected=True)) == [("KeyError", "'coffee'", 3)]
    assert told(text) == []


def test_a_selected_announcement_is_read_as_in_a_stream() -> None:
    """The thread goes on: what the program prints below is not the message's (CPython 3.11, threading.excepthook)."""
    text = (
        "Exception in thread Thread-1 (work):\nTraceback (most recent call last):\n"
        '  File "/usr/lib/python3.11/threading.py", line 1045, in _bootstrap_inner\n    self.run()\n'
        '  File "/home/dev/shop/work.py", line 5, in work\n    raise ValueError("no")\nValueError: no\nstill running\n'
    )
    (stream,), (selected,) = read_text(text), read_text(text, Hints(selected=True))
    assert stream == selected
    assert (stream[0].message, stream[0].span.start) == ("no", 1)


def test_a_task_s_exception_without_its_traceback() -> None:
    """The first lines alone, wrapped by who copied them (thread tastyware/streaq#37)."""
    text = (
        "Task exception was never retrieved\n\nfuture: <Task finished name='Task-2' coro=<Worker.listen_stream() "
        "done,\ndefined at/usr/local/lib/python3.13/site-packages/streaq/worker.py:520>\n"
        "exception=LookupError(<ContextVar name='_task_context' at 0x7f1de176dd00>)>\n"
    )
    assert told(text) == [("LookupError", "<ContextVar name='_task_context' at 0x7f1de176dd00>", None)]


def test_raised_below_frames_without_a_header() -> None:
    """A name that does not read as an exception's is one where the source above raises it.

    Django 1.5's, of thread TechEmpower/FrameworkBenchmarks#299."""
    frames = (
        '  File "/usr/local/lib/python2.7/site-packages/django/db/utils.py", line 92, in __getitem__\n'
        '    backend = load_backend(db["ENGINE"])\n'
        '  File "/usr/local/lib/python2.7/site-packages/django/db/utils.py", line 44, in load_backend\n'
    )
    said = "ImproperlyConfigured: 'pool.gevent' isn't an available database backend.\n"
    assert told(f"{frames}    raise ImproperlyConfigured(error_msg)\n{said}")[0][0] == "ImproperlyConfigured"
    assert told(f"{frames}    return configured\n{said}") == []


AIRFLOW = """\
[2026-11-26, 01:02:23 UTC] {af.py:17} ERROR - Task failed with exception
Traceback (most recent call last):
  File "/home/dev/shop/af.py", line 15, in <module>
    extract()
  File "/home/dev/shop/af.py", line 11, in extract
    raise ValueError("no rows for 2026-11-25")
ValueError: no rows for 2026-11-25
[2026-11-26, 01:02:23 UTC] {af.py:18} INFO - Marking task as FAILED. dag_id=prices, task_id=extract
"""


@pytest.mark.parametrize(
    "record",
    [
        AIRFLOW.splitlines()[-1],  # Airflow's default format and date format, printed by logging of CPython 3.11
        '[26/Nov/2026 10:12:13] "GET /cart/ HTTP/1.1" 500 82731',  # Django, `ServerFormatter` of django/utils/log.py
        "[I 2026-11-26 10:12:13.071 ServerApp] Kernel restarted",  # Jupyter's and Tornado's `LogFormatter`
        "E1106 04:43:02.651000 26021 site-packages/torch/distributed/elastic/multiprocessing/api.py:869] failed",
        "[25112] Failed to execute script 'main' due to unhandled exception!",  # PyInstaller, pyi_launch.c
    ],
)
def test_a_record_below_is_not_the_message_s(record: str) -> None:
    text = AIRFLOW.replace(AIRFLOW.splitlines()[-1], record)
    assert told(text)[0] == ("ValueError", "no rows for 2026-11-25", 11)


UVICORN = """\
INFO:     Uvicorn running on http://127.0.0.1:8765 (Press CTRL+C to quit)
ERROR:    Exception in ASGI application
Traceback (most recent call last):
  File "/home/dev/venv/lib/python3.11/site-packages/uvicorn/protocols/http/h11_impl.py", line 411, in run_asgi
    result = await app(  # type: ignore[func-returns-value]
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/dev/shop/app.py", line 2, in app
    price = {"tea": 3}["coffee"]
            ~~~~~~~~~~^^^^^^^^^^
KeyError: 'coffee'
INFO:     127.0.0.1:53214 - "GET / HTTP/1.1" 500 Internal Server Error
"""


def test_the_record_that_carries_a_traceback_is_no_error_of_its_own() -> None:
    """uvicorn 0.54; what is left where the traceback was cut off is the record."""
    assert told(UVICORN) == [("KeyError", "'coffee'", 2)]
    torn = "".join(UVICORN.splitlines(True)[:5])
    assert told(torn) == [(None, "Exception in ASGI application", None)]


def test_a_warning_whose_text_is_a_traceback() -> None:
    """As Celery warns of what was raised outside of a task (celery/app/trace.py), here indented by who quotes it."""
    text = (
        "/home/dev/shop/outside.py:12: RuntimeWarning: Exception raised outside body: KeyError('host'):\n"
        'Traceback (most recent call last):\n  File "/home/dev/shop/outside.py", line 10, in <module>\n    task()\n'
        '  File "/home/dev/shop/outside.py", line 6, in task\n    return {}["host"]\n           ~~^^^^^^^^\n'
        "KeyError: 'host'\n"
    )
    for margin in ("", "  "):
        found = told("".join(margin + line for line in text.splitlines(True)))
        assert [one[0] for one in found] == ["RuntimeWarning", "KeyError"]
        assert found[1] == ("KeyError", "'host'", 6)
