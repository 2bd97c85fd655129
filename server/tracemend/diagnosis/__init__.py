"""Puts it together: text or reports in, diagnoses out."""

from tracemend.diagnosis.diagnoser import Diagnoser, Stream
from tracemend.diagnosis.model import (
    CauseFound,
    Confidence,
    Diagnosis,
    FixKind,
    FixReady,
    Verdict,
)

__all__ = [
    "CauseFound",
    "Confidence",
    "Diagnoser",
    "Diagnosis",
    "FixKind",
    "FixReady",
    "Stream",
    "Verdict",
]
