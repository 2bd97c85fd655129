"""What hovers and code actions are about: errors shown, findings of other tools, errors in a text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from tracemend.lsp.foreign import Finding, folder_of, report_of
from tracemend.lsp.lifetime import Shown
from tracemend.lsp.readings import Reading
from tracemend.lsp.uris import to_path, uri_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.language_server import TracemendServer

Subject: TypeAlias = Shown | Finding | Reading


async def diagnose_finding(ls: TracemendServer, uri: str, finding: Finding) -> None:
    """Explain a finding of another tool, if that has not been done."""
    path = to_path(uri)
    if finding.diagnosis is not None or path is None:
        return
    source = ls.documents.source(uri_key(uri)) or ls.documents.source(path)
    if source is None:
        return
    diagnoser = await ls.engine.diagnoser()
    report = report_of(finding.diagnostic, path, source, ls.units)
    # A checker that the editor runs looks at this machine's files.
    context = ls.engine.context("here", folder=folder_of(path, ls.engine.roots))
    for diagnosis in diagnoser.diagnose([report], context, look=False):
        finding.diagnosis = ls.engine.remember(diagnosis)


async def refresh(ls: TracemendServer, subject: Subject, wait: float) -> None:
    """Have evidence not older than two seconds, if it can be had within `wait` seconds."""
    diagnosis = subject.diagnosis
    if diagnosis is None:
        return

    def done(found: Diagnosis) -> None:
        if isinstance(subject, Shown):
            ls.lifetime.looked_at(subject, found)
        else:
            subject.diagnosis, subject.looked = found, time.monotonic()

    await ls.looker.fresh(subject, diagnosis, subject.looked, done, wait)
