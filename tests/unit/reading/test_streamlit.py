"""Texts of threads tom-doerr/dalle_flow_streamlit#15 and A3Data/hermione#49, copied there from the browser."""

from __future__ import annotations

import pytest
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.streamlit import DIALECT

from .asking import only, read

TEXT = """\
ModuleNotFoundError: No module named 'ml'
Traceback:
File "/home/dev/venv/lib/python3.8/site-packages/streamlit/script_runner.py", line 354, in _run_script
    exec(code, module.__dict__)
File "/home/dev/hermione/src/ml/visualization/app.py", line 4, in <module>
    from ml.visualization.st_objects.pages.intro import IntroPage
"""


@pytest.mark.parametrize("margin", ["", "  "])
def test_the_exception_stands_first(margin: str) -> None:
    text = TEXT.replace("\nFile", f"\n{margin}File").rstrip()
    report = only(DIALECT, text)
    assert (report.exception, report.message) == ("ModuleNotFoundError", "No module named 'ml'")
    assert [frame.line for frame in report.frames] == [354, 4]
    assert report.user_frame is not None
    assert report.user_frame.line == 4
    assert report.user_frame.source == "from ml.visualization.st_objects.pages.intro import IntroPage"
    (block,) = read_text(text + "\n")
    assert block == (report,)


@pytest.mark.parametrize(
    "text",
    ["KeyError: 'a'\nTraceback:\nnone\n", "Note: the word\nTraceback:\n", "ValueError: no\nKeyError: 1\nTraceback:"],
)
def test_others(text: str) -> None:
    assert read(DIALECT, text.rstrip()) == []


@pytest.mark.parametrize(
    "text",
    [
        # Sentry's raw view
        "KeyError: 'host'\n  File \"django/core/handlers/exception.py\", line 55, in inner\n"
        '    response = get_response(request)\n  File "shop/views.py", line 2, in load\n    return cfg["host"]\n',
        # Airflow 3's view of a log (renderStructuredLog.tsx)
        "KeyError: 'host'\nFile \"/opt/airflow/task-sdk/task_runner.py\", line 825 in run\n"
        'File "/opt/airflow/dags/shop.py", line 2 in load\n',
    ],
)
def test_without_a_heading(text: str) -> None:
    (report,) = [one for block in read_text(text, Hints(selected=True)) for one in block]
    assert (report.exception, report.message, len(report.frames)) == ("KeyError", "'host'", 2)
    assert report.user_frame is not None
    assert report.user_frame.line == 2


def test_the_end_of_one_traceback_and_the_rest_of_another() -> None:
    text = "KeyError: 'host'\n  File \"shop/views.py\", line 2, in load\n    return int(x)\nValueError: no\n"
    found = [one for block in read_text(text, Hints(selected=True)) for one in block]
    assert [(one.exception, len(one.frames)) for one in found] == [("KeyError", 0), ("ValueError", 1)]
