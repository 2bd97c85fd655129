"""IPython's tracebacks, in a cell and of a file: what the versions named printed, colours off."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints, Link
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.ipython import DIALECT

from .asking import only, read

# ruff: noqa: E501, W291  # as printed: long lines, and blanks after the numbers of empty ones

SEVEN = """\
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
/home/dev/shop/shop.py in order(name)
      7     try:
----> 8         return price(name)
      9     except KeyError as error:

/home/dev/shop/shop.py in price(name)
      2     prices = {"tea": 3}
----> 3     return prices[name]
      4 

KeyError: 'soap'

The above exception was the direct cause of the following exception:

RuntimeError                              Traceback (most recent call last)
<ipython-input-2-13e0636bbee7> in <cell line: 1>()
----> 1 order("soap")

/home/dev/shop/shop.py in order(name)
      8         return price(name)
      9     except KeyError as error:
---> 10         raise RuntimeError(f"cannot price {name}\\nask the shop") from error

RuntimeError: cannot price soap
ask the shop
"""

SEVEN_VERBOSE = """\
Exception reporting mode: Verbose
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
<ipython-input-3-c196ec6d343c> in <cell line: 1>()
----> 1 price("soap")
        global price = <function price at 0x7f23f8372d30>

/home/dev/shop/shop.py in price(name='soap')
      1 def price(name):
      2     prices = {"tea": 3}
----> 3     return prices[name]
        prices = {'tea': 3}
        name = 'soap'
      4 
      5 

KeyError: 'soap'
"""

EIGHT_4 = """\
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
File /home/dev/shop/shop.py:8, in order(name)
      7 try:
----> 8     return price(name)
      9 except KeyError as error:

File /home/dev/shop/shop.py:3, in price(name)
      2 prices = {"tea": 3}
----> 3 return prices[name]

KeyError: 'soap'

The above exception was the direct cause of the following exception:

RuntimeError                              Traceback (most recent call last)
Input In [2], in <cell line: 1>()
----> 1 order("soap")

File /home/dev/shop/shop.py:10, in order(name)
      8     return price(name)
      9 except KeyError as error:
---> 10     raise RuntimeError(f"cannot price {name}\\nask the shop") from error

RuntimeError: cannot price soap
ask the shop
"""

EIGHT = """\
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
File /home/dev/shop/shop.py:8, in order(name)
      7 try:
----> 8     return price(name)
      9 except KeyError as error:

File /home/dev/shop/shop.py:3, in price(name)
      2 prices = {"tea": 3}
----> 3 return prices[name]

KeyError: 'soap'

The above exception was the direct cause of the following exception:

RuntimeError                              Traceback (most recent call last)
Cell In[2], line 1
----> 1 order("soap")

File /home/dev/shop/shop.py:10, in order(name)
      8     return price(name)
      9 except KeyError as error:
---> 10     raise RuntimeError(f"cannot price {name}\\nask the shop") from error

RuntimeError: cannot price soap
ask the shop
"""

EIGHT_PLAIN = """\
Exception reporting mode: Plain
Traceback (most recent call last):
  File /home/dev/shop/shop.py:8 in order
    return price(name)
  File /home/dev/shop/shop.py:3 in price
    return prices[name]
KeyError: 'soap'

The above exception was the direct cause of the following exception:
Traceback (most recent call last):
  Cell In[3], line 1
    order("soap")
  File /home/dev/shop/shop.py:10 in order
    raise RuntimeError(f"cannot price {name}\\nask the shop") from error
RuntimeError: cannot price soap
ask the shop

"""

EIGHT_IMPORT = """\
Traceback (most recent call last):

  File /home/dev/shop/.venv/lib/python3.11/site-packages/IPython/core/interactiveshell.py:3579 in run_code
    exec(code_obj, self.user_global_ns, self.user_ns)

  Cell In[1], line 1
    import broken

  File /home/dev/shop/broken.py:2
    def f(:
          ^
SyntaxError: invalid syntax

"""

NINE = """\
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
File /home/dev/shop/shop.py:8, in order(name)
      7 try:
----> 8     return price(name)
      9 except KeyError as error:

File /home/dev/shop/shop.py:3, in price(name)
      2 prices = {"tea": 3}
----> 3 return prices[name]

KeyError: 'soap'

The above exception was the direct cause of the following exception:

RuntimeError                              Traceback (most recent call last)
Cell In[2], line 1
----> 1 order("soap")

File /home/dev/shop/shop.py:10, in order(name)
      8     return price(name)
      9 except KeyError as error:
---> 10     raise RuntimeError(f"cannot price {name}\\nask the shop") from error

RuntimeError: cannot price soap
ask the shop
"""

NINE_VERBOSE = """\
Exception reporting mode: Verbose
---------------------------------------------------------------------------
KeyError                                  Traceback (most recent call last)
Cell In[3], line 1
----> 1 price("soap")

File /home/dev/shop/shop.py:3, in price(name='soap')
      1 def price(name):
      2     prices = {"tea": 3}
----> 3     return prices[name]
        prices = {'tea': 3}
        name = 'soap'
KeyError: 'soap'
"""

SYNTAX = {
    "7.34.0": '  File "<ipython-input-1-838671dc4620>", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n\n',
    "8.4.0": "  Input In [1]\n    def f(:\n          ^\nSyntaxError: invalid syntax\n\n",
    "8.39.0": "  Cell In[1], line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n\n",
    "9.18.1": "  Cell In[1], line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n\n",
}
NBCLIENT = """\
nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:
------------------
prices = {'tea': 3}
prices['x']
------------------


\x1b[0;31m---------------------------------------------------------------------------\x1b[0m
\x1b[0;31mKeyError\x1b[0m                                  Traceback (most recent call last)
Cell \x1b[0;32mIn[1], line 2\x1b[0m
\x1b[1;32m      1\x1b[0m prices \x1b[38;5;241m=\x1b[39m {\x1b[38;5;124m'\x1b[39m\x1b[38;5;124mtea\x1b[39m\x1b[38;5;124m'\x1b[39m: \x1b[38;5;241m3\x1b[39m}
\x1b[0;32m----> 2\x1b[0m \x1b[43mprices\x1b[49m\x1b[43m[\x1b[49m\x1b[38;5;124;43m'\x1b[39;49m\x1b[38;5;124;43mx\x1b[39;49m\x1b[38;5;124;43m'\x1b[39;49m\x1b[43m]\x1b[49m

\x1b[0;31mKeyError\x1b[0m: 'x'
"""
"""The end of what nbclient 0.11.0 raised, with its colours."""

COLAB = """\
---------------------------------------------------------------------------
ValueError                                Traceback (most recent call last)
[/tmp/ipython-input-4063268068.py](https://localhost:8080/#) in <cell line: 0>()
     31 
     32 # Apply transform
---> 33 result = transform(data)
     34 
     35 # Show shapes

6 frames
[/usr/local/lib/python3.11/dist-packages/monai/utils/misc.py](https://localhost:8080/#) in ensure_tuple_rep(tup, dim)
    220         return tuple(tup)
    221 
--> 222     raise ValueError(f"Sequence must have length {dim}, got {len(tup)}.")
    223 
    224 

ValueError: Sequence must have length 2, got 3.
"""
"""What Colab lets copy: word for word from discussion 8524 of Project-MONAI/MONAI, its middle frames left out."""

NEVER_RAISED = """\
---------------------------------------------------------------------------
ValueError                                Traceback (most recent call last)
ValueError: never raised

The above exception was the direct cause of the following exception:

RuntimeError                              Traceback (most recent call last)
Cell In[1], line 5
      3 except OSError as e:
      4     e.add_note("n1")
----> 5     raise RuntimeError("two\\n\\nparagraphs") from ValueError("never raised")

RuntimeError: two

paragraphs
"""
"""9.18.1: a cause without frames, a message with a blank line."""

RECURSION = """\
---------------------------------------------------------------------------
RecursionError                            Traceback (most recent call last)
Cell In[1], line 4
      1 def f(n):
      2     return f(n + 1)
----> 4 f(0)

Cell In[1], line 2, in f(n)
      1 def f(n):
----> 2     return f(n + 1)

Cell In[1], line 2, in f(n)
      1 def f(n):
----> 2     return f(n + 1)

    [... skipping similar frames: f at line 2 (988 times)]

Cell In[1], line 2, in f(n)
      1 def f(n):
----> 2     return f(n + 1)

RecursionError: maximum recursion depth exceeded
"""
"""9.18.1."""


def places(report: ErrorReport) -> list[tuple[str, int | None, str | None]]:
    return [(frame.path, frame.line, frame.name) for frame in report.frames]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (SEVEN, ("<ipython-input-2-13e0636bbee7>", 1, "<cell line: 1>")),
        (EIGHT_4, ("Input In [2]", 1, "<cell line: 1>")),
        (EIGHT, ("Cell In[2]", 1, None)),
        (NINE, ("Cell In[2]", 1, None)),
    ],
    ids=["7.34.0", "8.4.0", "8.39.0", "9.18.1"],
)
def test_a_chain_in_context_mode(text: str, cell: tuple[str, int, str | None]) -> None:
    first, last = read(DIALECT, text)
    assert (first.exception, first.message, first.chain) == ("KeyError", "'soap'", Link(1, "cause"))
    assert places(first) == [("/home/dev/shop/shop.py", 8, "order"), ("/home/dev/shop/shop.py", 3, "price")]
    assert [frame.source for frame in first.frames] == ["return price(name)", "return prices[name]"]
    assert (last.exception, last.message) == ("RuntimeError", "cannot price soap\nask the shop")
    assert places(last) == [cell, ("/home/dev/shop/shop.py", 10, "order")]
    assert (first.user_frame, last.user_frame) == (first.frames[1], last.frames[1])


@pytest.mark.parametrize("text", [SEVEN_VERBOSE, NINE_VERBOSE], ids=["7.34.0", "9.18.1"])
def test_values_of_variables_are_no_frames(text: str) -> None:
    report = only(DIALECT, text)
    assert report.message == "'soap'"
    assert [(frame.line, frame.source) for frame in report.frames] == [(1, 'price("soap")'), (3, "return prices[name]")]


@pytest.mark.parametrize("version", SYNTAX)
def test_a_cell_that_cannot_be_parsed(version: str) -> None:
    ((report,),) = read_text(SYNTAX[version])
    assert (report.exception, report.message) == ("SyntaxError", "invalid syntax")
    assert report.user_frame is not None
    assert (report.user_frame.source, report.user_frame.carets) == ("def f(:", (6, 7))
    assert report.user_frame.line == (None if version == "8.4.0" else 1)  # 8.0 to 8.4 do not say it


def test_behind_a_prompt() -> None:
    """As `ipython --simple-prompt < cells.txt` prints it."""
    ((report,),) = read_text("In [2]: " + SYNTAX["8.39.0"])
    assert report.exception == "SyntaxError"


def test_plain_mode_is_read_as_a_traceback() -> None:
    ((first, last),) = read_text(EIGHT_PLAIN)
    assert (first.exception, first.chain, last.exception) == ("KeyError", Link(1, "cause"), "RuntimeError")
    assert places(last) == [("Cell In[3]", 1, None), ("/home/dev/shop/shop.py", 10, "order")]


def test_a_module_that_cannot_be_parsed() -> None:
    ((report,),) = read_text(EIGHT_IMPORT)
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/shop/broken.py", 2)
    assert ("Cell In[1]", 1, None) in places(report)


def test_executed_by_nbclient() -> None:
    *_, (report,) = read_text(NBCLIENT)
    assert (report.exception, report.message) == ("KeyError", "'x'")
    assert places(report) == [("Cell In[1]", 2, None)]


def test_links_of_colab() -> None:
    report = only(DIALECT, COLAB)
    assert places(report) == [
        ("/tmp/ipython-input-4063268068.py", 33, "<cell line: 0>"),
        ("/usr/local/lib/python3.11/dist-packages/monai/utils/misc.py", 222, "ensure_tuple_rep"),
    ]
    assert report.user_frame == report.frames[0]


def test_through_the_cheap_pass() -> None:
    ((first, last), (after,)) = read_text(f"starting\n{NINE}\nIn [3]: 1\nOut[3]: 1\n{SEVEN_VERBOSE}")
    assert (first.exception, last.exception, after.exception) == ("KeyError", "RuntimeError", "KeyError")
    assert first.span.start == 3


@pytest.mark.parametrize(
    "text",
    [
        "KeyError                                  Traceback (most recent call last)\n\nis how a notebook begins it.\n",
        "NameError Traceback (most recent call last)\nCell In[1], line 1\n----> 1 x\n",
        "  Cell In[2], line 1\n    x = 1\n    y = 2\n",
        "  File notes.txt:3\n    SyntaxError: is explained here\n",
        "> /home/dev/shop/shop.py(10)order()\n      9     except KeyError as error:\n---> 10         raise\nipdb> \n",
    ],
)
def test_no_report(text: str) -> None:
    assert read_text(text) == []


def test_shown_by_git() -> None:
    assert read_text(NINE, Hints(command="git show HEAD")) == []


def test_a_cause_that_was_never_raised() -> None:
    first, last = read(DIALECT, NEVER_RAISED)
    assert (first.exception, first.message, first.frames, first.chain) == (
        "ValueError",
        "never raised",
        (),
        Link(1, "cause"),
    )
    assert (last.exception, last.message.split("\n")[0]) == ("RuntimeError", "two")


def test_frames_that_are_skipped() -> None:
    report = only(DIALECT, RECURSION)
    assert [frame.line for frame in report.frames] == [4, 2, 2, 2]
    assert report.message == "maximum recursion depth exceeded"


VSCODE = """\
    AttributeError                            Traceback (most recent call last)

    /home/dev/grewpy/request.ipynb Cell 14 line 1
    ----> <a href='vscode-notebook-cell:/home/dev/grewpy/request.ipynb#X16sZmlsZQ%3D%3D?line=0'>1</a> y = Request.parse ("pattern { e: N -[1=nsubj]-> M}")

    AttributeError: type object 'Request' has no attribute 'parse'
"""
"""What VS Code's extension of 2023 left in a notebook of grewpy's documentation, as nbconvert writes it; path replaced."""


def test_cells_of_vs_code() -> None:
    report = only(DIALECT, VSCODE, selected=True)
    assert places(report) == [("/home/dev/grewpy/request.ipynb Cell 14", 1, None)]
    assert report.frames[0].source == 'y = Request.parse ("pattern { e: N -[1=nsubj]-> M}")'
    assert report.message == "type object 'Request' has no attribute 'parse'"
    assert read_text(VSCODE) == []
    (block,) = read_text("\n".join(line[4:] for line in VSCODE.split("\n")))
    assert block[0].user_frame == block[0].frames[0]
