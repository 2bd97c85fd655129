"""Parameters of functions that click and signal call."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_OPTION = "run() got an unexpected keyword argument 'min_length'"
_SIGNAL = "stop() takes 0 positional arguments but 2 were given"
_ONE = "stop() takes 1 positional argument but 2 were given"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("@click.command()\n@click.option('-m', '--min-length')\ndef run(minlength):  # é\n    print(minlength + 1)\n",
         "@click.command()\n@click.option('-m', '--min-length')\ndef run(min_length):  # é\n"
         "    print(min_length + 1)\n"),
        ("@cli.command()\n@click.argument('name')\n@click.option('--min-length/--any')\n@click.pass_context\n"
         "def run(ctx, name, low=1):\n    return low\n",
         "@cli.command()\n@click.argument('name')\n@click.option('--min-length/--any')\n@click.pass_context\n"
         "def run(ctx, name, min_length=1):\n    return min_length\n"),
        ("@click.command()\n@click.option('--min-length')\n@click.option('--max-length')\n"
         "def run(maxlength, minlength):\n"
         "    return minlength, maxlength\n",
         "@click.command()\n@click.option('--min-length')\n@click.option('--max-length')\n"
         "def run(max_length, min_length):\n    return min_length, max_length\n"),
        ("@click.command()\n@click.option('--min-length')\n@click.option('--max-length')\ndef run(a, b):\n"
         "    a\n", None),
        ("@click.command()\n@click.option('--min-length')\ndef run():\n    pass\n", None),
        ("@click.command()\n@click.option('--min-length', expose_value=False)\ndef run(a):\n    pass\n", None),
        ("@click.command()\n@shared\n@click.option('--min-length')\ndef run(a):\n    pass\n", None),
        ("@click.command()\n@click.option('--min-length')\ndef run(a):\n    min_length = a\n", None),
        ("def run(a):\n    pass\n", None),
    ],
)  # fmt: skip
def test_the_parameter_is_called_as_the_option(keeps: Keeps, code: str, after: str | None) -> None:
    made = after + "run()\n" if after is not None else None
    keeps("option-parameter", "TypeError", _OPTION, code + "«run()\n", made)


@pytest.mark.parametrize(
    ("message", "code", "after"),
    [
        (_SIGNAL, "def stop():  # é\n    pass\nsignal.signal(2, stop)\n{}f()\n",
         "def stop(signum, frame):  # é\n    pass\nsignal.signal(2, stop)\nf()\n"),
        (_ONE, "def stop(number):\n    pass\nsignal.signal(2, stop)\n{}f()\n",
         "def stop(number, frame):\n    pass\nsignal.signal(2, stop)\nf()\n"),
        (_SIGNAL, "def stop():\n    pass\nsignal.signal(2, stop)\nstop()\n{}f()\n", None),
        (_SIGNAL, "def stop():\n    pass\natexit.register(stop)\n{}f()\n", None),
        (_SIGNAL, "def stop():\n    print(frame)\nsignal.signal(2, stop)\n{}f()\n", None),
    ],
)  # fmt: skip
def test_a_handler_of_signals_takes_two(keeps: Keeps, message: str, code: str, after: str | None) -> None:
    keeps("signal-parameters", "TypeError", message, code.format("«"), after)
