"""Frames and chains that other tools print in CPython's shape, and lines that a terminal has cut in two."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Link, Span
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.traceback import DIALECT

from .asking import only, read

# ruff: noqa: E501  # as printed

LOGURU = """\
ERROR An error has been caught in function '<module>', process 'MainProcess' (26177), thread 'MainThread' (140325391879040):
Traceback (most recent call last):

  File "/home/dev/shop/shop.py", line 8, in order
    return price(name)
           │     └ 'soap'
           └ <function price at 0x7fa00bcd2980>

  File "/home/dev/shop/shop.py", line 3, in price
    return prices[name]
           │      └ 'soap'
           └ {'tea': 3}

KeyError: 'soap'


The above exception was the direct cause of the following exception:


Traceback (most recent call last):

> File "/home/dev/shop/lg.py", line 17, in <module>
    main(sys.argv[1])
    │    │   └ ['lg.py', 'soap']
    │    └ <module 'sys' (built-in)>
    └ <function main at 0x7fa00bcd13a0>

  File "/home/dev/shop/lg.py", line 15, in main
    order(name)
    │     └ 'soap'
    └ <function order at 0x7fa00bcd2c00>

  File "/home/dev/shop/shop.py", line 10, in order
    raise RuntimeError(f"cannot price {name}\\nask the shop") from error

RuntimeError: cannot price soap
ask the shop
INFO going on
"""

"""loguru 0.7.3, `backtrace=True, diagnose=True`, `{level} {message}`."""

LOGURU_OWN = """\
ERROR An error has been caught in function '<module>', process 'MainProcess' (26178), thread 'MainThread' (139727492139904):
Traceback (most recent call last):

> File "/home/dev/shop/lg.py", line 17, in <module>
    main(sys.argv[1])
    │    │   └ ['lg.py', 'tea']
    │    └ <module 'sys' (built-in)>
    └ <function main at 0x7f14d62d53a0>

  File "/home/dev/shop/lg.py", line 14, in main
    raise SoldOut(name)
          │       └ 'tea'
          └ <class '__main__.SoldOut'>

SoldOut: tea
INFO going on
"""

"""The same, an exception whose name does not say that it is one."""

BETTER = """\
Traceback (most recent call last):
  File "/home/dev/shop/shop.py", line 8, in order
    return price(name)
           │     └ 'soap'
           └ <function price at 0x7fc8a7bf1800>
  File "/home/dev/shop/shop.py", line 3, in price
    return prices[name]
           │      └ 'soap'
           └ {'tea': 3}
KeyError: 'soap'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/dev/shop/bx.py", line 3, in <module>
    order("soap")
    └ <function order at 0x7fc8a7bf18a0>
  File "/home/dev/shop/shop.py", line 10, in order
    raise RuntimeError(f"cannot price {name}\\nask the shop") from error
                                       └ 'soap'
RuntimeError: cannot price soap
ask the shop
"""

"""better_exceptions 0.3.3."""

RAY = """\
Traceback (most recent call last):
  File "/home/dev/shop/rayt.py", line 17, in <module>
    main()
  File "/home/dev/shop/rayt.py", line 15, in main
    if sys.argv[1] == "nested": ray.get(outer.remote(0))
                                ^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/dev/shop/.venv/lib/python3.11/site-packages/ray/_private/worker.py", line 1053, in get_objects
    raise value.as_instanceof_cause()
ray.exceptions.RayTaskError(ZeroDivisionError): \x1b[36mray::outer()\x1b[39m (pid=24184, ip=192.0.2.2)
  File "/home/dev/shop/rayt.py", line 9, in outer
    return ray.get(inner.remote(x))
           ^^^^^^^^^^^^^^^^^^^^^^^^
           ^^^^^^^^^^^^^^^^^^^
           ^^^^^^^^^^^^^^^^^^^^^
                                  ^^^^^^^^^^^^^^^^^^^
ray.exceptions.RayTaskError(ZeroDivisionError): \x1b[36mray::inner()\x1b[39m (pid=24183, ip=192.0.2.2)
  File "/home/dev/shop/rayt.py", line 6, in inner
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
"""

"""Ray 2.60.0, a task that waits for a task; two frames of ray are left out."""

LONG = """\
Traceback (most recent call last):
  File "/home/dev/shop/long.py", line 8, in <module>
    read_all_of_them(["prices", "stocks"])
  File "/home/dev/shop/long.py", line 5, in read_all_of_them
    return [module.read(name + "_of_the_last_year.json") for name in names if not name.startswith("_")]
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/dev/shop/long.py", line 5, in <listcomp>
    return [module.read(name + "_of_the_last_year.json") for name in names if not name.startswith("_")]
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/dev/shop/a_package_with_a_long_name/and_a_module_of_it.py", line 2, in read
    return open("/srv/" + name)
           ^^^^^^^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: '/srv/prices_of_the_last_year.json'
"""

"""CPython 3.11.7; the tests cut it as a terminal does."""

THREAD = """\
Exception in thread Thread-1 (order):
Traceback (most recent call last):
  File "/home/dev/shop/shop.py", line 8, in order
    return price(name)
           ^^^^^^^^^^^
  File "/home/dev/shop/shop.py", line 3, in price
    return prices[name]
           ~~~~~~^^^^^^
KeyError: 'soap'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/dev/.pyenv/versions/3.11.7/lib/python3.11/threading.py", line 1045, in _bootstrap_inner
    self.run()
  File "/home/dev/.pyenv/versions/3.11.7/lib/python3.11/threading.py", line 982, in run
    self._target(*self._args, **self._kwargs)
  File "/home/dev/shop/shop.py", line 10, in order
    raise RuntimeError(f"cannot price {name}\\nask the shop") from error
RuntimeError: cannot price soap
ask the shop
going on
"""

"""CPython 3.11.7."""

ATEXIT = """\
Error in atexit._run_exitfuncs:
Traceback (most recent call last):
  File "/home/dev/shop/shop.py", line 3, in price
    return prices[name]
KeyError: 'soap'
"""
"""CPython 3.8.18."""

SHUTDOWN = """\
unhandled exception during asyncio.run() shutdown
task: <Task finished name='Task-2' coro=<wait() done, defined at /home/dev/shop/sd.py:6> exception=KeyError('soap')>
Traceback (most recent call last):
  File "/home/dev/shop/sd.py", line 8, in wait
    await asyncio.sleep(10)
  File "/home/dev/.pyenv/versions/3.11.7/lib/python3.11/asyncio/tasks.py", line 649, in sleep
    return await future
           ^^^^^^^^^^^^
asyncio.exceptions.CancelledError

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/dev/shop/sd.py", line 10, in wait
    price("soap")
  File "/home/dev/shop/shop.py", line 3, in price
    return prices[name]
           ~~~~~~^^^^^^
KeyError: 'soap'
going on
"""
"""CPython 3.11.7: a task fails while asyncio.run() ends it."""


def places(report: ErrorReport) -> list[tuple[str, int | None, str | None]]:
    return [(frame.path.removeprefix("/home/dev/shop/"), frame.line, frame.source) for frame in report.frames]


def cut(text: str, width: int) -> str:
    """The text as a terminal of so many columns shows it, copied line by line."""
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))


def test_loguru() -> None:
    ((first, last),) = read_text(LOGURU)
    assert (first.exception, first.message, first.chain) == ("KeyError", "'soap'", Link(1, "cause"))
    assert places(first) == [("shop.py", 8, "return price(name)"), ("shop.py", 3, "return prices[name]")]
    assert (last.exception, last.message) == ("RuntimeError", "cannot price soap\nask the shop")
    assert [(path, line) for path, line, _ in places(last)] == [("lg.py", 17), ("lg.py", 15), ("shop.py", 10)]
    assert last.user_frame == last.frames[-1]


def test_loguru_any_name_may_follow_on_spaced_frames() -> None:
    report = only(DIALECT, LOGURU_OWN)
    assert (report.exception, report.message.split("\n")[0]) == ("SoldOut", "tea")
    assert places(report)[-1] == ("lg.py", 14, "raise SoldOut(name)")


def test_better_exceptions() -> None:
    first, last = read(DIALECT, BETTER)
    assert places(first) == [("shop.py", 8, "return price(name)"), ("shop.py", 3, "return prices[name]")]
    assert last.message == "cannot price soap\nask the shop"


def test_what_a_ray_task_raised() -> None:
    ((report,),) = read_text(RAY)
    assert (report.exception, report.message) == ("ZeroDivisionError", "division by zero")
    assert [line for path, line, _ in places(report) if path == "rayt.py"] == [17, 15, 9, 6]
    assert report.user_frame == report.frames[-1]
    assert report.span.start == 1


@pytest.mark.parametrize("width", range(72, 112))
def test_cut_in_two(width: int) -> None:
    """Wherever it was cut: the same frames, sources and message."""
    whole = only(DIALECT, LONG)
    ((report,),) = read_text(cut(LONG, width))
    assert report.frames == whole.frames
    assert report.user_frame == whole.user_frame
    assert (report.exception, report.message) == (whole.exception, whole.message)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_cut_lines_do_not_depend_on_how_they_come(width: int) -> None:
    assert only(DIALECT, cut(LONG, width)).exception == "FileNotFoundError"


def test_a_chain_whose_sentence_is_cut() -> None:
    first, last = read(DIALECT, cut(THREAD, 62))
    assert (first.chain, last.exception) == (Link(1, "cause"), "RuntimeError")


def test_nothing_is_joined_by_length_alone() -> None:
    """Lines that are all of one length, and complete."""
    text = (
        "Traceback (most recent call last):\n"
        '  File "/home/dev/shop/app.py", line 3, in price\n'
        "    raise ValueError('of the price: ' + name[0])\n"
        "ValueError: of the price: of one, or not of it\n"
        "or of another one that is of the same length.\n"
    )
    report = only(DIALECT, text)
    assert report.message == "of the price: of one, or not of it\nor of another one that is of the same length."
    assert report.frames[0].source == "raise ValueError('of the price: ' + name[0])"


def test_the_name_below_a_frame_without_source_is_not_the_frames() -> None:
    text = 'Traceback (most recent call last):\n  File "<string>", line 1, in price\nKeyError\n    not a source\n'
    report = only(DIALECT, text)
    assert (report.exception, report.frames[0].name) == ("KeyError", "price")


def test_a_thread_goes_on_but_a_chain_is_whole() -> None:
    """What a program prints after a thread's error is no message, unless another exception follows on it."""
    first, last = read(DIALECT, THREAD)
    assert (first.exception, first.chain) == ("KeyError", Link(1, "cause"))
    assert (last.exception, last.message) == ("RuntimeError", "cannot price soap")
    text = THREAD.replace("KeyError: 'soap'\n", "KeyError: 'soap'\nask the shop\n")
    first, last = read(DIALECT, text)
    assert (first.message, first.chain) == ("'soap'\nask the shop", Link(1, "cause"))


def test_the_endpoint_that_fastapi_names() -> None:
    """fastapi/exceptions.py, `ValidationException.__str__`: word for word, the values are ours."""
    text = (
        "Traceback (most recent call last):\n"
        '  File "/home/dev/shop/.venv/lib/python3.11/site-packages/fastapi/routing.py", line 352, in serialize_response\n'
        "    raise ResponseValidationError(\n"
        "fastapi.exceptions.ResponseValidationError: 1 validation error:\n"
        "  {'type': 'missing', 'loc': ('response', 'price'), 'msg': 'Field required', 'input': {'name': 'x'}}\n"
        "\n"
        '  File "/home/dev/shop/app.py", line 10, in root\n'
        "    GET /\n"
        "INFO:     Shutting down\n"
    )
    report = only(DIALECT, text)
    assert report.user_frame == report.frames[-1]
    assert (report.frames[-1].path, report.frames[-1].line) == ("/home/dev/shop/app.py", 10)
    assert report.span == Span(1, 8)


def test_what_is_announced_belongs_to_the_report() -> None:
    ((report,),) = read_text(ATEXIT)
    assert (report.exception, report.message, report.span.start) == ("KeyError", "'soap'", 1)
    ((first, last),) = read_text(SHUTDOWN)
    assert (first.exception, first.chain, first.span.start) == (
        "asyncio.exceptions.CancelledError",
        Link(1, "context"),
        1,
    )
    assert (last.exception, last.message) == ("KeyError", "'soap'")
