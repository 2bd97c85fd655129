"""`bare-except`: say what `except:` catches.

`except BaseException:` where the handler raises again, for then it catches the same as before; else
`except Exception:`, which lets Ctrl+C and `sys.exit()` through. Not sure where the block under `try` itself ends the
program.

Source: PEP 8, "Programming recommendations"; https://docs.python.org/3/library/exceptions.html#Exception
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.findings import spot

_ENDS = ("sys.exit", "exit", "quit", "os._exit")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = spot(request)
    found = [node for node in at.on_line(ast.ExceptHandler) if node.type is None] if at is not None else []
    if at is None or len(found) != 1:
        return None
    handler = found[0]
    again = [node for node in ast.walk(handler) if isinstance(node, ast.Raise) and node.exc is None]
    start, _ = at.module.span(handler)
    word = re.compile(r"except\b").match(at.module.source.text, start)
    if word is None:
        return None
    around = at.module.parents.get(id(handler))
    body = around.body if isinstance(around, ast.Try) else []
    ends = any(_ends(node) for part in body for node in ast.walk(part))
    name = "BaseException" if again and again[-1] is handler.body[-1] else "Exception"
    return Mend((TextEdit(word.end(), word.end(), f" {name}"),), sure=name == "BaseException" or not ends)


def _ends(node: ast.AST) -> bool:
    """Whether a node raises what is no Exception."""
    if isinstance(node, ast.Call):
        return dotted(node.func) in _ENDS
    return isinstance(node, ast.Raise) and node.exc is not None and "SystemExit" in ast.dump(node.exc)


RECIPES = (
    Recipe(
        "bare-except",
        "Says what a bare except catches.",
        apply,
        needs_statement=False,
        unsure="The block may end the program, which was caught too.",
    ),
)
