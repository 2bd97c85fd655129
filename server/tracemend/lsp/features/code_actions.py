"""Code actions: fixes, "Explain" and "Dismiss" for errors; "Explain selection" for text that reads as an error."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from tracemend.lsp import wording
from tracemend.lsp.foreign import SOURCE
from tracemend.lsp.links import terminal_argument
from tracemend.lsp.looker import ACTION_WAIT, SEEN_WAIT
from tracemend.lsp.mending import operations_of, workspace_edit
from tracemend.lsp.options import COPY, RUN_IN_TERMINAL, SHOW_CARD
from tracemend.lsp.positions import overlaps
from tracemend.lsp.selection import diagnose_selection
from tracemend.lsp.subjects import Subject, diagnose_finding, refresh
from tracemend.lsp.uris import uri_key

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis, FixReady
    from tracemend.lsp.language_server import TracemendServer

QUICK_FIX = types.CodeActionKind.QuickFix
EXPLAIN_SELECTION = "source.tracemend"
_OPTIONS = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, EXPLAIN_SELECTION], resolve_provider=True)
_EDIT, _COMMAND, _SETTING, _EXPLAIN, _DISMISS = range(1, 6)
_ORDER = {"edit": _EDIT, "command": _COMMAND, "setting": _SETTING}

_SMALL = 60_000
"""Characters of a file that is looked at again in no time."""

_log = logging.getLogger(__name__)
Ranked = tuple[int, types.CodeAction]


def register(server: TracemendServer) -> None:
    """Add the features to the server."""
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _OPTIONS)(code_actions)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)


async def code_actions(ls: TracemendServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The preferred fix, other edits, commands, settings, "Explain", "Dismiss"; "Explain selection"."""
    actions: list[Ranked] = []
    if _wanted(QUICK_FIX, params.context.only):
        await ls.terminals.settled()
        pairs = await _diagnoses(ls, params)
        for diagnosis, diagnostic in pairs:
            actions += await _actions(ls, diagnosis, diagnostic, alone=len(pairs) == 1)
    found = [action for _, action in sorted(actions, key=lambda pair: pair[0])]
    if _wanted(EXPLAIN_SELECTION, params.context.only) and params.range.start != params.range.end:
        found += await _explain_selection(ls, params)
    return found


def _wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Whether a kind is asked for; kinds are hierarchical, the empty one stands for all."""
    if only is None:
        return True
    name = str(getattr(kind, "value", kind))
    texts = [str(getattr(one, "value", one)) for one in only]
    return any(text in ("", name) or name.startswith(f"{text}.") for text in texts)


async def _diagnoses(ls: TracemendServer, params: types.CodeActionParams) -> list[tuple[Diagnosis, types.Diagnostic]]:
    """What is to be mended: what the client says stands at the range, or what is known to where it says nothing."""
    uri, range, given = params.text_document.uri, params.range, params.context.diagnostics
    key = uri_key(uri)
    published = [one for one in ls.publisher.sent(key) if overlaps(one.range, range)]
    foreign = [one for one in given if one.source != SOURCE]
    if given:
        published = [one for one in published if any(_same(one, other) for other in given)]
    findings = [ls.foreign.like(key, one) for one in foreign]
    if not given:
        findings = ls.foreign.at(key, range.start)
    for finding in findings:
        await diagnose_finding(ls, uri, finding)
    shown = [one for diagnostic in published if (one := ls.lifetime.find(_id_of(diagnostic))) is not None]
    subjects: list[Subject] = [*shown, *findings]
    await asyncio.gather(*(_refresh(ls, one) for one in subjects))
    pairs = []
    for diagnostic in published:
        diagnosis = ls.diagnosis(_id_of(diagnostic))
        if diagnosis is not None:
            pairs.append((diagnosis, diagnostic))
    for finding in findings:
        if finding.diagnosis is not None and finding.diagnosis.entry is not None:
            pairs.append((finding.diagnosis, finding.diagnostic))
    return pairs


async def _refresh(ls: TracemendServer, subject: Subject) -> None:
    """Have evidence, and wait for it where it was never looked at or the document has changed since. A look at a large
    file begins when the list has been sent: while it is parsed nothing else runs."""
    place = subject.diagnosis.place if subject.diagnosis is not None else None
    document = ls.documents.at_path(place.file) if place is not None and place.file is not None else None
    source = place.source if place is not None else None
    if not subject.looked or document is None or source is None or document.source.text != source.text:
        await refresh(ls, subject, ACTION_WAIT)
    elif len(source.text) <= _SMALL:
        await refresh(ls, subject, SEEN_WAIT)
    else:
        ls.looker.later(lambda: refresh(ls, subject, 0))


def _same(published: types.Diagnostic, given: types.Diagnostic) -> bool:
    """Whether a client passes on one of ours; some drop `data`, or have moved it with an edit."""
    if given.source != SOURCE:
        return False
    return _id_of(given) == _id_of(published) or (given.range, given.message) == (published.range, published.message)


def _id_of(diagnostic: types.Diagnostic) -> str:
    data = diagnostic.data
    return str(data.get("id", "")) if isinstance(data, Mapping) else ""


async def _actions(
    ls: TracemendServer, diagnosis: Diagnosis, diagnostic: types.Diagnostic, *, alone: bool
) -> list[Ranked]:
    found: list[Ranked] = []
    for fix in diagnosis.fixes:
        action = await _fix(ls, diagnosis, diagnostic, fix)
        if action is not None:
            found.append((0 if fix.preferred else _ORDER[fix.kind], action))
    title = wording.EXPLAIN if alone else wording.about(wording.EXPLAIN, diagnosis)
    found.append((_EXPLAIN, _action(title, diagnostic, _card(ls, {"id": diagnosis.id}))))
    if diagnostic.source == SOURCE:
        title = wording.DISMISS if alone else wording.about(wording.DISMISS, diagnosis)
        command = types.Command(title, "tracemend.dismiss", arguments=[{"id": diagnosis.id}])
        found.append((_DISMISS, _action(title, diagnostic, command)))
    return found


def _action(title: str, diagnostic: types.Diagnostic, command: types.Command | None = None) -> types.CodeAction:
    return types.CodeAction(title=title, kind=QUICK_FIX, diagnostics=[diagnostic], command=command)


def _card(ls: TracemendServer, argument: dict[str, object]) -> types.Command:
    has = SHOW_CARD in ls.engine.options.commands
    return types.Command(wording.EXPLAIN, SHOW_CARD if has else "tracemend.card", arguments=[argument])


async def _fix(
    ls: TracemendServer, diagnosis: Diagnosis, diagnostic: types.Diagnostic, fix: FixReady
) -> types.CodeAction | None:
    data = {"id": diagnosis.id, "fix": fix.id}
    if fix.kind == "command":
        has = ls.engine.options.commands
        if fix.runnable and RUN_IN_TERMINAL in has:
            title = wording.put_into_terminal(fix)
            argument = terminal_argument(diagnosis, fix, ls.terminal_of)
            command = types.Command(title, RUN_IN_TERMINAL, arguments=[argument])
        elif COPY in has:
            title = wording.copy(fix)
            command = types.Command(title, COPY, arguments=[{"text": fix.text, **data}])
        else:
            title = wording.show_command(fix)
            command = types.Command(title, "tracemend.showCommand", arguments=[data])
        action = _action(title, diagnostic, command)
        action.data = data
        return action
    if fix.kind not in _ORDER or not fix.operations <= operations_of(ls):
        return None  # steps stand on the card; what the client cannot do with files is not offered
    # No command that takes the error away afterwards: clients built on lsprotocol take every action that has a
    # `command` for a mere Command. applied.py sees it by the document's text.
    action = _action(fix.title, diagnostic)
    action.data, action.is_preferred = data, fix.preferred or None
    if not _resolves_edits(ls):
        action.edit = await workspace_edit(ls, diagnosis, fix.id)
        return action if action.edit is not None else None
    return action


def _resolves_edits(ls: TracemendServer) -> bool:
    document = ls.client_capabilities.text_document
    support = document.code_action if document else None
    if support is None or not support.data_support or support.resolve_support is None:
        return False
    return "edit" in support.resolve_support.properties


async def _explain_selection(ls: TracemendServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    found = await diagnose_selection(ls, params.text_document.uri, params.range)
    if not found:
        return []
    argument: dict[str, object] = {"uri": params.text_document.uri, "range": _plain(params.range)}
    command = types.Command(wording.EXPLAIN_SELECTION, "tracemend.diagnoseSelection", arguments=[argument])
    if SHOW_CARD in ls.engine.options.commands:
        command = types.Command(wording.EXPLAIN_SELECTION, SHOW_CARD, arguments=[{"id": found[-1].id, **argument}])
    return [types.CodeAction(title=wording.EXPLAIN_SELECTION, kind=EXPLAIN_SELECTION, command=command)]


def _plain(range: types.Range) -> dict[str, dict[str, int]]:
    return {
        name: {"line": position.line, "character": position.character}
        for name, position in (("start", range.start), ("end", range.end))
    }


async def resolve(ls: TracemendServer, action: types.CodeAction) -> types.CodeAction:
    """The action with its edit, made for the document as it is now; unchanged where it does not apply any more."""
    data = action.data
    id, fix = (data.get("id"), data.get("fix")) if isinstance(data, Mapping) else (None, None)
    if action.edit is not None or not isinstance(id, str) or not isinstance(fix, str):
        return action
    diagnosis = ls.diagnosis(id) if action.command is None else None
    if diagnosis is not None:
        action.edit = await workspace_edit(ls, diagnosis, fix)
    if action.edit is None and action.command is None:
        _log.info("the fix %s does not apply any more", fix)
    return action
