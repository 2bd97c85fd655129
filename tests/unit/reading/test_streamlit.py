"""Texts of threads tom-doerr/dalle_flow_streamlit#15 and A3Data/hermione#49, copied there from the browser."""

from __future__ import annotations

import pytest
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
