"""Messages that go on behind a blank line: the first line only says where it happened, the error stands below.

    ValueError: in user code:                       InvalidArgumentError: Graph execution error:

        File "/app/train.py", line 8, in call  *    Detected at node loss/Gather defined at (most recent call last):
            return self.dense(x)                      File "/app/train.py", line 6, in <module>

        ValueError: Shapes ... are incompatible     indices[0,2] = 12 is not in [0, 10)
                                                         [[{{node loss/Gather}}]] [Op:__inference_train_function_3]

TensorFlow (autograph/impl/api.py, `_attach_error_metadata`; Keras' traceback_utils), Keras 3 (`Exception encountered
when calling Dense.call().`, a paragraph, and the arguments), huggingface_hub (utils/_http.py: the status, a request's
number, a paragraph). The frames that stand between are left out: a message's first 2,000 characters are matched.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.reading.cursor import Cursor

_MOST = 600
_USER_CODE = "in user code:"
_GRAPH = "Graph execution error:"
_ONE_PARAGRAPH = lazy.regex(
    r"Exception encountered when calling |4\d\d Client Error\.(?: \(Request ID: |$)|\(Request ID: [^)]{1,200}\)$"
    r"|A total of \d+ objects could not be loaded\. "
)
_INNER = lazy.regex(r" {4}(?:[A-Za-z_]\w{0,80}\.){0,8}[A-Za-z_]\w{0,80}(?:Error|Exception|Warning): ")
_NODE = lazy.regex(r"\s{0,8}\[\[\{\{node |.*\[Op:\w")
_FRAME = ('  File "', "    ")


def beyond_blank(cursor: Cursor, first: str) -> list[str]:
    """The further lines of a message whose first line is `first`; the cursor stands on the line behind that one.

    Nothing is read, and the cursor does not move, where the message is none of these.
    """
    if first == _USER_CODE:
        return _user_code(cursor)
    if first == _GRAPH:
        return _graph(cursor)
    return _paragraph(cursor) if _ONE_PARAGRAPH.match(first) else []


def _user_code(cursor: Cursor) -> list[str]:
    """What is indented below it, from the line on that names an exception."""
    found: list[str] = []
    ahead = 0
    while ahead < _MOST:
        line = cursor.peek(ahead)
        if line is None or (line.strip() and not line.startswith("    ")):
            break
        if found or _INNER.match(line):
            found.append(line[4:].rstrip())
        ahead += 1
    if found:
        cursor.skip(ahead)
    while found and not found[-1]:
        found.pop()
    return found


def _graph(cursor: Cursor) -> list[str]:
    """The paragraph that ends with the node's name."""
    found: list[str] = []
    for ahead in range(_MOST):
        line = cursor.peek(ahead)
        if line is None or line.startswith("Traceback (most recent call "):
            break
        if not line.strip() or line.startswith(_FRAME):
            found = []
            continue
        found.append(line.rstrip())
        if _NODE.match(line):
            cursor.skip(ahead + 1)
            return found
    return []


def _paragraph(cursor: Cursor) -> list[str]:
    """The paragraph behind the blank line."""
    line = cursor.peek()
    if line is None or line.strip():
        return []
    found: list[str] = []
    ahead = 1
    while ahead < 12:
        line = cursor.peek(ahead)
        if line is None or not line.strip() or line.startswith(("Traceback (most ", "The above exc", "During handl")):
            break
        found.append(line.rstrip())
        ahead += 1
    if found:
        cursor.skip(ahead)
    return found
