"""Provoked with awslambdaric 4.2.2 on CPython 3.11: `handle_event_request` with a handler that raises, its record as
it goes to CloudWatch and its answer; the module that is not there is of thread aws-observability/aws-otel-lambda#17,
the answer without frames of vittorio-nardone/selenium-chromium-lambda#5, the older frames of Lambda for Python 2.7."""

from __future__ import annotations

import json

import pytest
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.aws_lambda import DIALECT

from .asking import only, read

RECORD = """\
[ERROR] KeyError: 'items'
Traceback (most recent call last):
\u00a0\u00a0File "/var/task/lambda_function.py", line 9, in lambda_handler
\u00a0\u00a0\u00a0\u00a0return {"statusCode": 200, "body": json.dumps(total(event))}
\u00a0\u00a0File "/var/task/lambda_function.py", line 5, in total
\u00a0\u00a0\u00a0\u00a0return sum(item["price"] for item in event["items"])
"""

ANSWER = (
    '{"errorMessage": "\'items\'", "errorType": "KeyError", "requestId": "8a1f3c52-0b7e-4c61-9d3a-2f1f5f6f7a10", '
    '"stackTrace": ["  File \\"/var/task/lambda_function.py\\", line 9, in lambda_handler\\n    return {'
    '\\"statusCode\\": 200, \\"body\\": json.dumps(total(event))}\\n", '
    '"  File \\"/var/task/lambda_function.py\\", line 5, in total\\n'
    '    return sum(item[\\"price\\"] for item in event[\\"items\\"])\\n"]}'
)

MISSING = """\
[ERROR] Runtime.ImportModuleError: Unable to import module 'aws_observability': cannot import name \
'AwsXRayIdsGenerator' from 'opentelemetry.sdk.extension.aws.trace' (/opt/python/x.py)
Traceback (most recent call last):
END RequestId: 8a1f3c52-0b7e-4c61-9d3a-2f1f5f6f7a10
"""


@pytest.mark.parametrize(
    "text",
    [
        RECORD.rstrip(),
        ANSWER,
        json.dumps(json.loads(ANSWER), indent=2),
        json.dumps(json.loads(ANSWER), indent=4).replace(",\n", ",\n\n"),
        '{"timestamp": "2026-11-26T00:47:44Z", "level": "ERROR", ' + ANSWER[1:],
    ],
    ids=["record", "answer", "over several lines", "spaced out", "record as JSON"],
)
def test_an_exception_of_a_handler(text: str) -> None:
    report = only(DIALECT, text)
    assert (report.exception, report.message) == ("KeyError", "'items'")
    assert [(frame.line, frame.name) for frame in report.frames] == [(9, "lambda_handler"), (5, "total")]
    assert report.user_frame is not None
    assert report.user_frame.line == 5
    assert report.user_frame.source == 'return sum(item["price"] for item in event["items"])'
    assert [one.exception for block in read_text(text + "\n") for one in block] == ["KeyError"]


def test_a_module_that_cannot_be_imported() -> None:
    report = only(DIALECT, MISSING.rstrip())
    assert report.exception == "Runtime.ImportModuleError"
    assert report.message.startswith("Unable to import module 'aws_observability': ")
    assert (report.span.start, report.span.end) == (1, 2)
    answer = '{\n  "errorMessage": "Unable to import module \'app\'",\n  "errorType": "Runtime.ImportModuleError"\n}'
    assert only(DIALECT, answer).exception == "Runtime.ImportModuleError"


def test_frames_of_older_runtimes() -> None:
    text = (
        '{"stackTrace": [["/var/task/app.py", 4, "handler", "return {}[\'a\']"]], '
        '"errorType": "KeyError", "errorMessage": "\'a\'"}'
    )
    report = only(DIALECT, text)
    assert [(frame.path, frame.line, frame.name, frame.source) for frame in report.frames] == [
        ("/var/task/app.py", 4, "handler", "return {}['a']")
    ]


def test_layers_are_no_code_of_the_user_s() -> None:
    text = RECORD + '\u00a0\u00a0File "/opt/python/shoplib/prices.py", line 3, in get\n'
    ((report,),) = read_text(text)
    assert report.user_frame is not None
    assert report.user_frame.path == "/var/task/lambda_function.py"


@pytest.mark.parametrize(
    "text",
    [
        '{"errorType": "ReferenceError", "errorMessage": "x is not defined", "trace": ["at index.js"]}',
        '{"errorMessage": "", "errorType": "", "ok": true}',
        '{\n  "errorMessage": null,\n  "errorType": null\n}',
        '{"errorMessage": "no", "errorType": "shop.NoPrice", "stackTrace": ["shop.Handler.handle(Handler.java:3)"]}',
        "[ERROR] lines: 0",
        "[ERROR] 2026-11-26T00:47:44.000Z 8a1f3c52 no price",
    ],
)
def test_others(text: str) -> None:
    """Node's and Java's answers, objects that tell of no error, records of the program's own."""
    assert read(DIALECT, text) == []


def test_a_record_above_an_ordinary_traceback_is_left_to_it() -> None:
    text = (
        '[ERROR] KeyError: 1\nTraceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
        "    {}[1]\nKeyError: 1\n"
    )
    assert read(DIALECT, text.rstrip()) == []
    assert [one.exception for block in read_text(text) for one in block][-1] == "KeyError"


def test_what_a_program_shows_is_silent() -> None:
    assert read(DIALECT, ANSWER, command="cat answer.json") == []
    assert read_text(ANSWER + "\n", Hints(command="jq . answer.json", exit_code=0)) == []
