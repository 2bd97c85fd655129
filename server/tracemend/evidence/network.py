"""Facts about the port of an error: does a program listen on it, and which."""

from __future__ import annotations

import ast
import sys

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry, Value
from tracemend.evidence.holders import open_links, process_name
from tracemend.evidence.limits import watched
from tracemend.evidence.syntax import binding
from tracemend.source.statement import own_parts

_LISTENING = "0A"
"""TCP_LISTEN, as the kernel writes it (Documentation/networking/proc_net_tcp)."""
_IN_MESSAGE = lazy.regex(r"(?:\bport[=: ]{1,3}|:|', |\", )(\d{1,5})\b")


def port_of(inquiry: Inquiry) -> int | None:
    """The port: what was captured, or stands in the message, or in the failing statement (a name's value
    too)."""
    for text in (inquiry.value or "", *_IN_MESSAGE.findall(inquiry.report.message[:2_000])):
        if text.isascii() and text.isdecimal() and 0 < int(text) < 65_536:
            return int(text)
    statement = inquiry.place.statement if inquiry.place else None
    if statement is None:
        return None
    found: set[int] = set()
    for part in own_parts(statement.node):
        value: ast.AST | None = part
        if isinstance(part, ast.Name) and "port" in part.id.lower():
            bound = binding(statement, part.id)
            value = bound[0] if bound else None
        if isinstance(value, ast.Constant) and type(value.value) is int and 0 < value.value < 65_536:
            found.add(value.value)
    return found.pop() if len(found) == 1 else None


def _listener(port: int) -> str | None:
    """The inode of the socket that listens on the port; None where none does."""
    wanted = f":{port:04X}"
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            with open(table, encoding="ascii", errors="replace") as file:
                for line in watched(file):
                    fields = line.split()
                    if len(fields) > 9 and fields[3] == _LISTENING and fields[1].endswith(wanted):
                        return fields[9]
        except FileNotFoundError:
            continue  # Without IPv6 there is no second table.
    return None


def port_in_use(inquiry: Inquiry) -> Finding:
    port = port_of(inquiry)
    if port is None or sys.platform != "linux":
        return UNKNOWN
    inode = _listener(port)
    values: dict[str, Value] = {"port": str(port)}
    if inode is None:
        return Finding(False, f"No program listens on port {port} now.", values)
    link = f"socket:[{inode}]"
    pid = open_links(frozenset({link}))[0].get(link)
    if pid is None:
        return Finding(True, f"A program that cannot be seen from here listens on port {port}.", values)
    values.update({"holder": process_name(pid), "pid": str(pid)})
    return Finding(True, f"{values['holder']} listens on port {port}.", values)


def port_free(inquiry: Inquiry) -> Finding:
    found = port_in_use(inquiry)
    return UNKNOWN if found.holds is None else Finding(not found.holds, found.seen, found.values)


FACTS = (
    Fact(
        "port-in-use",
        "Does a program listen on the port?",
        port_in_use,
        ("port",),
        gives=("port", "holder", "pid"),
        unproven=("macos", "windows"),
    ),
    Fact(
        "port-free",
        "Does no program listen on the port?",
        port_free,
        ("port",),
        gives=("port",),
        unproven=("macos", "windows"),
    ),
)
