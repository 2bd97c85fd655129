"""A diagnosis as the JSON object of `scan --format json` (schema 1)."""

from __future__ import annotations

from typing import Any

from tracemend.diagnosis import Diagnosis

SCHEMA = 1


def to_json(diagnosis: Diagnosis) -> dict[str, Any]:
    """The object as the contract has it; lines and columns 1-based, columns in characters."""
    report, entry, match = diagnosis.report, diagnosis.entry, diagnosis.match
    result: dict[str, Any] = {
        "schema": SCHEMA,
        "id": diagnosis.id,
        "input": diagnosis.input,
        "tool": report.tool,
        "severity": report.severity,
        "origin": diagnosis.origin,
        "entry": entry.id if entry else None,
        "title": diagnosis.title if entry else None,
        "general": match.general if match else False,
        "specificity": match.specificity if match else None,
        "confidence": diagnosis.confidence,
        "exception": report.exception,
        "message": report.message,
        "span": {"start": diagnosis.span.start, "end": diagnosis.span.end},
        "chain": {"of": diagnosis.chain[0], "how": diagnosis.chain[1]} if diagnosis.chain else None,
        "location": _location(diagnosis),
        "params": dict(match.captures) if match else {},
        "causes": [
            {"id": cause.id, "text": cause.text, "verdict": cause.verdict, "seen": cause.seen}
            for cause in diagnosis.causes
        ],
        "fixes": [
            {"id": fix.id, "title": fix.title, "kind": fix.kind, "preferred": fix.preferred, "text": fix.text}
            for fix in diagnosis.fixes
        ],
        "related": list(entry.related) if entry else [],
        "nearest": list(diagnosis.nearest),
    }
    if match is not None and match.pack is not None:
        result["pack"] = match.pack
    return result


def _location(diagnosis: Diagnosis) -> dict[str, Any] | None:
    frame, place = diagnosis.report.user_frame, diagnosis.place
    if frame is None and place is None:
        return None
    path = place.path if place else frame.path if frame else ""
    return {
        "path": path,
        "file": place.file if place else None,
        "line": (place.line if place and place.line is not None else None) or (frame.line if frame else None),
        "column": (place.column if place else None) or (frame.column if frame else None),
    }
