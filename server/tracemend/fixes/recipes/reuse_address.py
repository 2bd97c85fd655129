"""`reuse-address`: let a server take its address again while connections of the last run are still winding
down.

Puts `setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)` before `bind`, or sets `allow_reuse_address` of a
`socketserver` class before it is called. It does not help where another program listens on the address, so
it is never sure. Does not apply on Windows, where the option lets two programs take the same address.

Sources: https://docs.python.org/3/library/socket.html#example ;
https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called, calls, dotted, function_around
from tracemend.fixes.toolkit.edits import begins_its_line, insert_before
from tracemend.fixes.toolkit.imports import imports_for

_SERVERS = ("TCPServer", "ThreadingTCPServer", "ForkingTCPServer")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None or request.context.system == "windows" or not begins_its_line(statement):
        return None
    text = statement.source.text
    if "SO_REUSEADDR" in text or "allow_reuse_address" in text:
        return None
    for call in calls(statement):
        if called(call) == "bind" and isinstance(call.func, ast.Attribute) and dotted(call.func.value):
            in_function = function_around(statement) is not None
            imports = imports_for(statement.source, statement.line_of(statement.node), in_function)
            options = [imports.find_name("socket", name) for name in ("SOL_SOCKET", "SO_REUSEADDR")]
            if None in options:
                module = imports.module("socket")
                options = [f"{module}.SOL_SOCKET", f"{module}.SO_REUSEADDR"]
            line = f"{statement.text(call.func.value)}.setsockopt({options[0]}, {options[1]}, 1)"
            return Mend((*imports.edits(), insert_before(statement, [line])), sure=False)
        server = dotted(call.func)
        if server is not None and called(call) in _SERVERS:
            return Mend((insert_before(statement, [f"{server}.allow_reuse_address = True"]),), sure=False)
    return None


RECIPES = (
    Recipe(
        "reuse-address",
        "Lets a server take its address again at once.",
        apply,
        unsure="If another program still listens on the port, this does not help.",
    ),
)
