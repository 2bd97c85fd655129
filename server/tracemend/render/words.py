"""The sentences that every surface shares."""

from __future__ import annotations

from tracemend.diagnosis import Diagnosis

_SPECIFICITY = {"exact": "exact match", "pattern": "matched by its wording", "type": "matched by its type"}
_DOCUMENTED = {
    "well": "well documented",
    "partly": "partly documented",
    "new": "not yet documented elsewhere",
}


def standing(diagnosis: Diagnosis) -> list[str]:
    """What to think of the answer: how specific, how well documented, whose pack."""
    if diagnosis.match is None or diagnosis.entry is None:
        return []
    words = [_SPECIFICITY[diagnosis.match.specificity], _DOCUMENTED[diagnosis.entry.documented]]
    if diagnosis.match.general:
        words[0] = "general: no entry knows this message"
    if (whose := whose_pack(diagnosis)) is not None:
        words.append(whose)
    return words


def whose_pack(diagnosis: Diagnosis) -> str | None:
    """Whose words these are, where they are not the built-in pack's: every surface has to say it."""
    if diagnosis.match is None or diagnosis.match.pack is None:
        return None
    return f"from pack “{diagnosis.match.pack}”"


def evidence_note(diagnosis: Diagnosis) -> str | None:
    """Why nothing was looked at, where that is so."""
    if diagnosis.entry is None:
        return None
    if diagnosis.origin == "elsewhere" or (diagnosis.origin == "unknown" and diagnosis.report.message):
        if any(cause.seen for cause in diagnosis.causes):
            return "This output is not known to be of this machine, so only its words and source were looked at."
        return "This output is not known to be of this machine, so nothing was looked up here."
    if not diagnosis.context.trusted:
        return "This workspace is not trusted, so nothing was looked up here."
    if not diagnosis.context.settings.evidence:
        return "Looking at evidence is switched off."
    return None


IN_THE_PROGRAM = "A quick fix where the program is open. What it does, shown on another program:"
NOTHING_KNOWN = "No entry explains this error."
