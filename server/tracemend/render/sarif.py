"""Diagnoses as SARIF 2.1.0 (OASIS), for code scanning services and viewers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tracemend import __version__, lazy
from tracemend.diagnosis import Diagnosis
from tracemend.knowledge.model import Entry
from tracemend.knowledge.template import fill
from tracemend.reading.report import Frame
from tracemend.render import words

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
UNKNOWN_RULE = "unknown"


def to_sarif(diagnoses: Sequence[Diagnosis]) -> dict[str, Any]:
    """One log with one run; a rule for each entry that explained something, `unknown` for what no entry explains."""
    entries = {one.entry.id: one.entry for one in diagnoses if one.entry is not None}
    rules = [_rule(entry) for entry in entries.values()]
    if any(one.entry is None for one in diagnoses):
        rules.append({"id": UNKNOWN_RULE, "shortDescription": {"text": "An error that no entry explains."}})
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "$schema": SCHEMA_URI,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "Tracemend", "semanticVersion": __version__, "rules": rules},
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, index) for one in diagnoses],
            }
        ],
    }


def _rule(entry: Entry) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": entry.id,
        "shortDescription": {"text": fill(entry.summary, {})},
        "fullDescription": {"text": fill(entry.meaning or entry.summary, {})},
    }
    if entry.sources:
        rule["helpUri"] = entry.sources[0].url
    return rule


def _result(diagnosis: Diagnosis, index: dict[str, int]) -> dict[str, Any]:
    rule = diagnosis.entry.id if diagnosis.entry else UNKNOWN_RULE
    result: dict[str, Any] = {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": diagnosis.report.severity,
        "message": {"text": _message(diagnosis, rule)},
        "partialFingerprints": {"tracemend/v1": diagnosis.id},
    }
    if diagnosis.match is not None and diagnosis.match.pack is not None:
        result["properties"] = {"pack": diagnosis.match.pack}
    frame, place = diagnosis.report.user_frame, diagnosis.place
    if frame is not None:
        line = place.line if place and place.line else frame.line
        column = place.column if place and place.column else frame.column
        result["locations"] = [_location(frame, line, column, place.file if place else None)]
    if len(diagnosis.report.frames) > 1:
        steps = [{"location": _location(frame, frame.line, frame.column, None)} for frame in diagnosis.report.frames]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    return result


def _message(diagnosis: Diagnosis, rule: str) -> str:
    """The title; where it comes from another than the built-in pack, it says so. `[text](target)` is a link in a SARIF
    message unless its bracket is escaped (SARIF 2.1.0, 3.11.6)."""
    text = _LINK.sub(r"\\[", diagnosis.title or diagnosis.report.message or rule)
    whose = words.whose_pack(diagnosis)
    return f"{text} ({whose})" if whose else text


_LINK = lazy.regex(r"(?<!\\)\[(?=[^\[\]]{0,500}\]\()")


def _location(frame: Frame, line: int | None, column: int | None, file: str | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(frame.path, file)}}
    if line:
        region = {"startLine": line}
        if column:
            region["startColumn"] = column
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if frame.name:
        location["logicalLocations"] = [{"name": frame.name}]
    return location


def _uri(path: str, file: str | None) -> str:
    """A printed path as a URI reference: relative paths stay relative, drive letters become `file:` URIs."""
    if re.match(r"^[A-Za-z]:[\\/]", path):
        return "file:///" + quote(path.replace("\\", "/"), safe="/:")
    if path.startswith("/"):
        return Path(file or path).as_uri()
    return quote(path.replace("\\", "/"), safe="/")
