"""SARIF as its readers expect it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.render.sarif import to_sarif

SCHEMA = Path(__file__).parents[3] / ".cache" / "sarif-schema.json"
TEXT = """\
Traceback (most recent call last):
  File "/srv/app/my report.py", line 3, in <module>
    with open("report.csv", "w") as f:
         ^^^^^^^^^^^^^^^^^^^^^^^
PermissionError: [Errno 13] Permission denied: 'report.csv'
noise
Traceback (most recent call last):
  File "C:\\work\\app.py", line 12, in main
    frobnicate()
some.library.OddError: nobody knows this
app.py:9: RuntimeWarning: coroutine 'fetch' was never awaited
  fetch()
ZeroDivisionError: division by zero
"""


@pytest.fixture(scope="module")
def log() -> dict[str, object]:
    diagnoser = Diagnoser(Library.open([builtin_pack()]))
    found = to_sarif(diagnoser.diagnose(TEXT, Context(origin="elsewhere")))
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]  # an object in, an object out


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    if not SCHEMA.exists():
        pytest.skip("`make unit` gets the schema of SARIF where there is npm")
    return json.loads(SCHEMA.read_text())  # type: ignore[no-any-return]  # a schema is an object


def test_it_is_valid(log: dict[str, object], schema: dict[str, object]) -> None:
    jsonschema.validate(log, schema)
    broken = {**log, "runs": [{"results": []}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_its_results_name_their_rules(log: dict[str, object]) -> None:
    run = log["runs"][0]  # type: ignore[index]  # the shape was validated above
    rules = run["tool"]["driver"]["rules"]
    results = run["results"]
    assert len(results) == 4
    for result in results:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert results[0]["ruleId"] == "python.os.permission-denied"
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///srv/app/my%20report.py"},
        "region": {"startLine": 3},
    }
    assert results[1]["ruleId"] == "unknown"
    assert results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///C:/work/")
    assert results[2]["level"] == "warning"


def test_nothing_found_is_valid_too(schema: dict[str, object]) -> None:
    jsonschema.validate(to_sarif([]), schema)


def test_a_message_holds_no_link_of_the_text() -> None:
    diagnoser = Diagnoser(Library.open([builtin_pack()]))
    found = diagnoser.diagnose("Traceback (most recent call last):\nValueError: [press](http://a.invalid)\n", Context())
    (result,) = to_sarif(found)["runs"][0]["results"]
    assert result["message"]["text"] == r"ValueError: \[press](http://a.invalid)"
