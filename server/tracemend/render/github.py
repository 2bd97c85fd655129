"""A diagnosis as a workflow command of GitHub Actions, which shows it as an annotation on the line."""

from __future__ import annotations

from tracemend.diagnosis import Diagnosis
from tracemend.render import words


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def to_github(diagnosis: Diagnosis) -> str:
    """One line: `::error file=app.py,line=3,title=…::…`. See "Workflow commands" in GitHub's documentation."""
    properties = {}
    frame, place = diagnosis.report.user_frame, diagnosis.place
    if frame is not None:
        properties["file"] = frame.path
        line = place.line if place and place.line else frame.line
        if line:
            properties["line"] = str(line)
        if place and place.column:
            properties["col"] = str(place.column)
    properties["title"] = diagnosis.title
    told = [diagnosis.report.message]
    if diagnosis.entry is None:
        told.append(words.NOTHING_KNOWN)
    else:
        told += [diagnosis.entry.summary, words.whose_pack(diagnosis) or ""]
        told += [f"{cause.text} {cause.seen or ''}".strip() for cause in diagnosis.causes[:2]]
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{diagnosis.report.severity} {listed}::{_data(chr(10).join(filter(None, told)))}"
