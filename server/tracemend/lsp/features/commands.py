"""`workspace/executeCommand`: each command takes one object and answers `{diagnoses, markdown}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from tracemend.lsp.options import SHOW_CARD
from tracemend.lsp.selection import MOST, diagnose_selection, diagnose_text, selected_text
from tracemend.lsp.show import show
from tracemend.lsp.uris import to_path

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis
    from tracemend.lsp.language_server import TracemendServer

Answer = dict[str, Any]


def register(server: TracemendServer) -> None:
    """Add the commands to the server."""
    server.command("tracemend.diagnoseSelection")(selection)
    server.command("tracemend.diagnoseText")(text)
    server.command("tracemend.card")(card)
    server.command("tracemend.dismiss")(dismiss)
    server.command("tracemend.showCommand")(show_command)


async def selection(ls: TracemendServer, argument: Mapping[str, Any]) -> Answer:
    """`{uri, range, text?}`: the errors of a selection, as one card."""
    uri = _text(argument, "uri")
    try:
        range = ls.protocol.structured(argument.get("range"), types.Range)
    except Exception as error:
        raise JsonRpcInvalidParams("tracemend.diagnoseSelection needs `range`, with a start and an end.") from error
    given = argument.get("text")
    if given is not None and not isinstance(given, str):
        raise JsonRpcInvalidParams("tracemend.diagnoseSelection: `text` is no text.")
    chosen = given if given is not None else selected_text(ls, uri, range)
    if chosen is None:
        raise JsonRpcInvalidParams("tracemend.diagnoseSelection: there is no such document; give `text`.")
    found = await diagnose_selection(ls, uri, range, chosen, look=True)
    answer = await _answer(ls, found, chosen)
    await _show_to_plain_client(ls, answer)
    return answer


async def text(ls: TracemendServer, argument: Mapping[str, Any]) -> Answer:
    """`{text, cwd?, uri?, command?}`: the errors of a text; with `command`, of what that printed in a terminal here.

    An empty `command` stands for one that is not known.
    """
    chosen = _text(argument, "text")
    folder, uri, ran = argument.get("cwd"), argument.get("uri"), argument.get("command")
    found = await diagnose_text(
        ls,
        chosen,
        folder=folder if isinstance(folder, str) and folder else None,
        input=(to_path(uri) or uri) if isinstance(uri, str) else "-",
        command=ran if isinstance(ran, str) else None,
        look=True,
    )
    return await _answer(ls, found, chosen)


async def card(ls: TracemendServer, argument: Mapping[str, Any]) -> Answer:
    """`{entry | id}`: all about an entry, or about an error that is or was shown."""
    id = argument.get("id")
    diagnoser = await ls.engine.diagnoser()
    if id is not None:
        known = ls.diagnosis(id) if isinstance(id, str) else None
        if known is None:
            raise JsonRpcInvalidParams("tracemend.card: this error is not known any more; run the program again.")
        import asyncio

        found = ls.engine.remember(await asyncio.to_thread(diagnoser.look, known))
    else:
        entry = diagnoser.explain(_text(argument, "entry"), ls.engine.context("unknown"))
        if entry is None:
            raise JsonRpcInvalidParams("tracemend.card: there is no entry of this name.")
        found = entry
    answer = await _answer(ls, [found], "")
    await _show_to_plain_client(ls, answer)
    return answer


def dismiss(ls: TracemendServer, argument: Mapping[str, Any]) -> Answer:
    """`{id}`: take an error away."""
    id = _text(argument, "id")
    ls.lifetime.dismiss(id)
    for key in ls.readings.dismiss(id):
        logs = ls.publisher.logs.get(key, [])
        ls.publisher.logs[key] = [one for one in logs if one.diagnosis.id != id]
        ls.publisher.publish([key])
    return {"diagnoses": [], "markdown": ""}


async def show_command(ls: TracemendServer, argument: Mapping[str, Any]) -> Answer:
    """`{id, fix}`: show a command to be copied."""
    from tracemend.render.escape import code_block, markdown

    known, name = ls.diagnosis(_text(argument, "id")), _text(argument, "fix")
    fix = next((one for one in known.fixes if one.id == name), None) if known else None
    if known is None or fix is None or fix.text is None:
        raise JsonRpcInvalidParams("tracemend.showCommand: this fix is not known any more; run the program again.")
    lines = [f"# {markdown(fix.title)}", "", code_block(fix.text, "sh"), ""]
    if fix.caution:
        lines += [f"Caution: {markdown(fix.caution)}", ""]
    answer = {**(await _answer(ls, [known], "")), "markdown": "\n".join(lines)}
    await show(ls, answer["markdown"])
    return answer


def _text(argument: Mapping[str, Any], name: str) -> str:
    value = argument.get(name)
    if not isinstance(value, str) or not value:
        raise JsonRpcInvalidParams(f"The argument needs `{name}`, a text.")
    return value


async def _answer(ls: TracemendServer, found: Sequence[Diagnosis], chosen: str) -> Answer:
    from tracemend.render.as_json import to_json
    from tracemend.render.markdown import cards

    shown = list(found)
    if chosen.strip() and not any(one.entry for one in shown):
        import asyncio

        diagnoser, context = await ls.engine.diagnoser(), ls.engine.context("elsewhere", selected=True)
        bare = await asyncio.to_thread(diagnoser.unread, chosen[:MOST], context, found)
        shown = [ls.engine.remember(one) for one in bare]
        found = [one for one in shown if one.entry is not None] or found
    return {"diagnoses": [to_json(one) for one in found], "markdown": cards(shown)}


async def _show_to_plain_client(ls: TracemendServer, answer: Answer) -> None:
    """Clients that show nothing of a command's result get the card in a window of its own."""
    if SHOW_CARD not in ls.engine.options.commands:
        await show(ls, answer["markdown"])
