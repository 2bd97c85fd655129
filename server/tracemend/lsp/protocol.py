"""JSON-RPC as pygls does it, but every request is answered, exactly once, whatever it looks like.

pygls drops what it cannot read (the client's request then hangs), runs handlers before `initialize`, is silent after
`shutdown`, and takes every nested object with a key `jsonrpc` for a message. Codes: JSON-RPC 2.0 section 5.1 and LSP
3.17 "Response Message".
"""

from __future__ import annotations

import contextvars
import logging
from collections.abc import Generator, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

_log = logging.getLogger(__name__)

_NO_ID: Any = object()
_SECTIONS: dict[str, dict[str, Any]] = {
    "textDocument": {
        "synchronization": types.TextDocumentSyncClientCapabilities,
        "hover": types.HoverClientCapabilities,
        "codeAction": types.CodeActionClientCapabilities,
        "publishDiagnostics": types.PublishDiagnosticsClientCapabilities,
    },
    "workspace": {
        "workspaceEdit": types.WorkspaceEditClientCapabilities,
        "fileOperations": types.FileOperationClientCapabilities,
    },
    "window": {"showDocument": types.ShowDocumentClientCapabilities},
}
"""The capabilities that are looked at. Each is read on its own: an odd one elsewhere spoils nothing, and reading all
of them would take longer than everything else at start."""


class Protocol(LanguageServerProtocol):
    """Judges each message before it is handed on."""

    def __init__(self, server: Any, converter: Any) -> None:
        super().__init__(server, converter)
        self.initialized = False
        self.ended_early = False
        """The client sent `exit` without `shutdown`."""

    def structure_message(self, data: dict[str, Any]) -> dict[str, Any]:
        """Called for every object of a message, the inner ones first: left as it is, `handle_message` reads it."""
        return data

    def structured(self, data: Any, kind: Any) -> Any:
        """JSON as one of the protocol's types. Raises an error of cattrs where it has another shape."""
        return self._converter.structure(data, kind)

    def parse_failed(self) -> None:
        """A message was no JSON: the answer has no id to go by."""
        self._refuse(None, JsonRpcParseError("The message is no JSON."))

    def handle_message(self, message: Any) -> None:
        """Read a message and hand it on, or refuse it."""
        if not isinstance(message, Mapping):
            self._refuse(None, JsonRpcInvalidRequest("A message is one object."))
            return
        id, method = message.get("id", _NO_ID), message.get("method")
        known_id = isinstance(id, int | str) and not isinstance(id, bool)
        if "method" not in message and known_id and ("result" in message or "error" in message):
            self._response(id, message)
        elif id is _NO_ID and isinstance(method, str):
            self._notification(method, message)
        elif not known_id or not isinstance(method, str) or message.get("jsonrpc") != self.VERSION:
            self._refuse(id if known_id else None, JsonRpcInvalidRequest("This is no JSON-RPC 2.0 request."))
        else:
            self._request(id, method, message.get("params"))

    def _request(self, id: int | str, method: str, params: Any) -> None:
        try:
            if self._shutdown:
                raise JsonRpcInvalidRequest("The server is shutting down.")
            if not self.initialized and method != types.INITIALIZE:
                raise JsonRpcServerNotInitialized("The server is not initialized.")
            if self.initialized and method == types.INITIALIZE:
                raise JsonRpcInvalidRequest("The server is initialized already.")
            self._get_handler(method)
            structured = self._params(method, params)
        except JsonRpcException as error:
            _log.debug("refused %s %r: %s", id, method, error)
            self._refuse(id, error)
            return
        contextvars.copy_context().run(self._handle_request, id, method, structured)

    def _notification(self, method: str, message: Mapping[str, Any]) -> None:
        if method == types.EXIT:
            self.ended_early = not self._shutdown
            self._handle_notification(method, None)
            return
        if message.get("jsonrpc") != self.VERSION or self._shutdown or not self.initialized:
            _log.debug("dropped the notification %r", method)
            return
        try:
            structured = self._params(method, message.get("params"))
        except JsonRpcException as error:
            _log.warning("dropped a malformed notification %r: %s", method, error)
            return
        contextvars.copy_context().run(self._handle_notification, method, structured)

    def _response(self, id: int | str, message: Mapping[str, Any]) -> None:
        kind = self._result_types.pop(id, None)
        error = message.get("error")
        if error is not None:
            text = error.get("message") if isinstance(error, Mapping) else None
            self._handle_response(id, None, types.ResponseError(code=-32001, message=str(text)))
            return
        result = message.get("result")
        try:
            result = self._converter.structure(message, kind).result if kind is not None else result
        except Exception:
            self._handle_response(id, None, types.ResponseError(code=-32602, message="an answer of odd shape"))
            return
        self._handle_response(id, result)

    def _params(self, method: str, params: Any) -> Any:
        """The params as the protocol's type. Methods of our own have theirs as plain data."""
        if method == types.INITIALIZE:
            return self._initialize_params(params)
        known = types.METHOD_TO_TYPES.get(method)
        if known is None or known[2] is None:
            return params
        try:
            return self.structured({} if params is None else params, known[2])
        except Exception as error:
            raise JsonRpcInvalidParams(
                f"The params of {method} have not the shape that the protocol asks for."
            ) from error

    def _initialize_params(self, params: Any) -> types.InitializeParams:
        """What is used of the client's first words; what is odd in them counts as not said."""
        if not isinstance(params, Mapping):
            raise JsonRpcInvalidParams("The params of initialize are no object.")
        process, root, path = params.get("processId"), params.get("rootUri"), params.get("rootPath")
        folders = params.get("workspaceFolders")
        return types.InitializeParams(
            capabilities=self._capabilities(params.get("capabilities")),
            process_id=process if isinstance(process, int) and not isinstance(process, bool) else None,
            root_uri=root if isinstance(root, str) else None,
            root_path=path if isinstance(path, str) else None,
            workspace_folders=[
                types.WorkspaceFolder(uri=one["uri"], name=str(one.get("name", "")))
                for one in (folders if isinstance(folders, list) else ())
                if isinstance(one, Mapping) and isinstance(one.get("uri"), str)
            ],
            initialization_options=params.get("initializationOptions"),
        )

    def _capabilities(self, given: Any) -> types.ClientCapabilities:
        found: dict[str, dict[str, Any]] = {}
        for section, parts in _SECTIONS.items():
            data = given.get(section) if isinstance(given, Mapping) else None
            found[section] = {}
            for name, kind in parts.items():
                if isinstance(data, Mapping) and isinstance(data.get(name), Mapping):
                    try:
                        found[section][_snake(name)] = self._converter.structure(data[name], kind)
                    except Exception:
                        _log.warning("the client's capability %s.%s has an odd shape", section, name)
        general = given.get("general") if isinstance(given, Mapping) else None
        encodings = general.get("positionEncodings") if isinstance(general, Mapping) else None
        return types.ClientCapabilities(
            text_document=types.TextDocumentClientCapabilities(**found["textDocument"]),
            workspace=types.WorkspaceClientCapabilities(**found["workspace"]),
            window=types.WindowClientCapabilities(**found["window"]),
            general=types.GeneralClientCapabilities(
                position_encodings=[one for one in encodings if isinstance(one, str)]
                if isinstance(encodings, list)
                else None
            ),
        )

    def _refuse(self, id: int | str | None, error: JsonRpcException) -> None:
        if id is None:  # as an object of the protocol it would lose the id, which has to be there, and null
            self._send_data({"jsonrpc": self.VERSION, "id": None, "error": {"code": error.code, "message": str(error)}})
            return
        self._send_response(id, error=error.to_response_error())

    def _send_handler_result(self, future: Any, *, msg_id: Any) -> None:
        """Answer with what a handler gave. A refusal is an answer, no failure to be logged with a trace."""
        error = None if future.cancelled() else future.exception()
        if isinstance(error, JsonRpcException):
            self._request_futures.pop(msg_id, None)
            _log.debug("refused %s: %s", msg_id, error)
            self._refuse(msg_id, error)
            return
        super()._send_handler_result(future, msg_id=msg_id)

    def _run_generator(self, future: Any, *, gen: Any, result_future: Any) -> None:
        """As pygls has it, but the failure of a request that was cancelled is taken note of: nobody waits for it."""
        if result_future.cancelled() and future is not None and not future.cancelled():
            future.exception()
        super()._run_generator(future, gen=gen, result_future=result_future)

    def _handle_cancel_notification(self, msg_id: Any) -> None:
        """Clients cancel what has been answered meanwhile all the time; that is nothing to log."""
        if msg_id in self._request_futures:
            super()._handle_cancel_notification(msg_id)

    def _send_response(self, msg_id: Any, result: Any | None = None, error: types.ResponseError | None = None) -> None:
        """Answer a request. What went wrong inside is logged, and not told with a trace."""
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(code=error.code, message="The server failed at this; its log says more.")
        super()._send_response(msg_id, result, error)

    # pygls finds these by their names in `dir()`; each takes the place of its own.

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """As pygls has it; from here on other requests are served."""
        result = yield from super().lsp_initialize(params)
        self.initialized = True
        return result

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: Any) -> Generator[Any, Any, None]:
        """Cancel what is under way. pygls walks through a table that changes while it does."""
        if (handler := self.fm.features.get(types.SHUTDOWN)) is not None:
            yield handler, args, None
        current = self.msg_id
        for id, future in list(self._request_futures.items()):
            if id != current and not future.done():
                future.cancel()
        self._shutdown = True

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Documents are kept by documents.py alone."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Documents are kept by documents.py alone."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Documents are kept by documents.py alone."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    def lsp_workspace__execute_command(self, params: types.ExecuteCommandParams) -> Generator[Any, Any, Any]:
        """Every command takes one object."""
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcMethodNotFound.of(params.command)
        given = list(params.arguments or ())
        if len(given) != 1 or not isinstance(given[0], Mapping):
            raise JsonRpcInvalidParams(f"{params.command} takes one object as its only argument.")
        result = yield handler, (dict(given[0]),), None
        return result


def _snake(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name)
