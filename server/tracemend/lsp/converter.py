"""From JSON to the protocol's types, lenient where a client passes on what other tools made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from cattrs import Converter

Structure = Callable[[Any, Any], Any]


def make_converter() -> Converter:
    """pygls' converter with hooks for what comes from other tools."""
    from pygls.protocol import default_converter

    factory: Callable[[], Converter] = default_converter
    converter = factory()
    converter.register_structure_hook(
        types.CodeActionContext, lambda data, _: _code_action_context(data, converter.structure)
    )
    return converter


def diagnostics_from(given: Any, structure: Structure) -> list[types.Diagnostic]:
    """The diagnostics of a list that have a range and a message; what else is odd in one is left out of it."""
    if not isinstance(given, list | tuple):
        return []
    return [found for one in given if (found := _diagnostic(one, structure)) is not None]


def _diagnostic(data: Any, structure: Structure) -> types.Diagnostic | None:
    if not isinstance(data, Mapping) or not isinstance(data.get("message"), str):
        return None
    where = _tried(data.get("range"), types.Range, structure)
    if where is None:
        return None
    code, source = data.get("code"), data.get("source")
    plain = isinstance(code, int | str) and not isinstance(code, bool)
    return types.Diagnostic(
        range=where,
        message=data["message"],
        severity=_tried(data.get("severity"), types.DiagnosticSeverity, structure),
        code=code if plain else _code_of_object(code),
        code_description=_tried(data.get("codeDescription"), types.CodeDescription, structure),
        source=source if isinstance(source, str) else None,
        tags=[
            tag for one in _list(data.get("tags")) if (tag := _tried(one, types.DiagnosticTag, structure)) is not None
        ]
        or None,
        related_information=[
            found
            for one in _list(data.get("relatedInformation"))
            if (found := _tried(one, types.DiagnosticRelatedInformation, structure)) is not None
        ]
        or None,
        data=data.get("data"),
    )


def _code_of_object(code: Any) -> str | None:
    """Some clients pass on the editor's own `{value, target}`."""
    value = code.get("value") if isinstance(code, Mapping) else None
    return str(value) if isinstance(value, int | str) else None


def _code_action_context(data: Any, structure: Structure) -> types.CodeActionContext:
    if not isinstance(data, Mapping):
        raise ValueError("context is no object")
    only = data.get("only")
    return types.CodeActionContext(
        diagnostics=diagnostics_from(data.get("diagnostics"), structure),
        only=[kind for kind in only if isinstance(kind, str)] if isinstance(only, list) else None,
        trigger_kind=_tried(data.get("triggerKind"), types.CodeActionTriggerKind, structure),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _tried(data: Any, kind: Any, structure: Structure) -> Any:
    if data is None:
        return None
    try:
        return structure(data, kind)
    except Exception:
        return None
