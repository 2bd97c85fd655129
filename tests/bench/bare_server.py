"""A pygls server with the same features as Tracemend's and nothing behind them: what the library alone costs."""

from lsprotocol import types
from pygls.lsp.server import LanguageServer

server = LanguageServer("bare", "1.0")


@server.feature(types.INITIALIZED)
@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: LanguageServer, params: object) -> None:
    """Nothing to do."""


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Nothing to do."""


@server.feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(ls: LanguageServer, params: types.DidSaveTextDocumentParams) -> None:
    """Nothing to do."""


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Nothing to do."""


@server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
def configured(ls: LanguageServer, params: types.DidChangeConfigurationParams) -> None:
    """Nothing to do."""


@server.feature("tracemend/terminalOutput")
@server.feature("tracemend/diagnostics")
def told(ls: LanguageServer, params: object) -> None:
    """Nothing to do."""


@server.feature(types.TEXT_DOCUMENT_HOVER)
def hover(ls: LanguageServer, params: types.HoverParams) -> types.Hover:
    """One word."""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "bare"))


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix], resolve_provider=True),
)
def actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """One action."""
    return [types.CodeAction(title="bare", kind=types.CodeActionKind.QuickFix)]


@server.feature(types.CODE_ACTION_RESOLVE)
def resolve(ls: LanguageServer, params: types.CodeAction) -> types.CodeAction:
    """As it is."""
    return params


@server.command("bare.nothing")
def nothing(ls: LanguageServer, *args: object) -> None:
    """Nothing to do."""


if __name__ == "__main__":
    server.start_io()
