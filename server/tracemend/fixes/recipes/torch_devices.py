"""`map-location`, `torch-device`: PyTorch programs that were written for a graphics card, where there is none.

- `map-location`: where `torch.load` puts the tensors. `"cpu"` where `load_state_dict` copies them to the model's device
  anyway, the program's own `device` where that asks what is there, else `"cpu"` only without a card, so that nothing
  changes where there is one. A `"cuda"` that is given there asks whether it is there.
- `torch-device`: `"cuda" if torch.cuda.is_available() else "cpu"` for a device that is written out; one name for it
  where it is written in several places, `.cuda()` among them. Sure only where a fact has seen that the machine has no
  card: a missing driver or build is not mended by a slower program. Does not apply where a card of a certain number
  beyond the first is meant.

Sources: https://docs.pytorch.org/docs/stable/generated/torch.load.html,
https://docs.pytorch.org/docs/stable/notes/cuda.html#device-agnostic-code
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import Imports, line_below_imports
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.reach import reach

_LOADED = lazy.regex(
    r"Attempting to deserialize object on (?:a (?P<cuda>CUDA) device but torch\.cuda\.is_available\(\) is False\.|"
    r"MPS device but )"
)
_NO_CARD = lazy.regex(
    r"Torch not compiled with CUDA enabled|Found no NVIDIA driver on your system\.|No CUDA GPUs are available|"
    r"CUDA error: no CUDA-capable device is detected"
)
_FIRST_CARD = ("cuda", "cuda:0")


def map_location(request: Request) -> Mend | None:
    """`torch.load(path, map_location="cpu")`."""
    at, found = failing(request), _LOADED.match(request.report.first_line)
    calls = [one for one in at.every(ast.Call) if _is_load(one)] if at is not None else []
    if at is None or found is None or len(calls) != 1 or spreads(calls[0]):
        return None
    file, call = at.file, calls[0]
    imports = Imports(file.source)
    cuda = f"{imports.module('torch')}.cuda.is_available()"
    mps = f"{imports.module('torch')}.backends.mps.is_available()"
    key = keyword_of(call, "map_location")
    given = key.value if key is not None else call.args[1] if len(call.args) > 1 else None
    if given is not None:
        return _asked_first(file, given, cuda) if found["cuda"] else None
    own = _own_device(at)
    if own is None and _only_copied(file, call):
        own = '"cpu"'
    value = own or f'None if {cuda if found["cuda"] else mps} else "cpu"'
    return Mend((*imports.edits(), add_keyword(file.statement(call), call, f"map_location={value}")))


def _is_load(call: ast.Call) -> bool:
    return dotted(call.func) in ("torch.load", "load") and bool(call.args)


def _asked_first(file: Module, given: ast.expr, cuda: str) -> Mend | None:
    """`"cuda" if torch.cuda.is_available() else "cpu"` where the text stands that is given."""
    texts = [inner for one in reach(file, given) or () for inner in _texts(one)]
    if len(texts) != 1:
        return None
    return Mend(_inline(file, texts[0], cuda))


def _texts(node: ast.expr) -> list[ast.expr]:
    """The text of a device: itself, or within `torch.device(...)`."""
    if isinstance(node, ast.Call) and dotted(node.func) in ("torch.device", "device") and len(node.args) == 1:
        node = node.args[0]
    return [node] if text_of(node) in _FIRST_CARD else []


def _inline(file: Module, text: ast.expr, cuda: str) -> tuple[TextEdit, ...]:
    """The choice in a text's place, in parentheses where it stands within another expression."""
    start, end = file.span(text)
    outer = file.parents.get(id(text))
    bare = isinstance(outer, ast.Call | ast.keyword | ast.Assign | ast.AnnAssign)
    choice = f'{file.text(text)} if {cuda} else "cpu"'
    return (TextEdit(start, end, choice if bare else f"({choice})"),)


def _own_device(at: Failing) -> str | None:
    """The program's name for its device, where that asks what is there and is bound above the statement."""
    for name in ("device", "DEVICE"):
        scope = at.file.scope_of(name, at.node)
        bound = at.file.bindings(name, scope) if scope is not None else []
        value = bound[0].value if len(bound) == 1 else None
        if value is not None and "is_available()" in at.file.text(value) and value.lineno < at.node.lineno:
            return name
    return None


def _only_copied(file: Module, call: ast.Call) -> bool:
    """Whether what is loaded goes to `load_state_dict` alone, which copies it to where the model is."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Call):
        return called(outer) == "load_state_dict"
    target = outer.targets[0] if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    scope = file.scope_of(target.id, target) if isinstance(target, ast.Name) else None
    if not isinstance(target, ast.Name) or scope is None or len(file.bindings(target.id, scope)) != 1:
        return False
    uses = [_whole(file, one) for one in file.uses(target.id, scope)]
    return bool(uses) and all(
        isinstance(user := file.parents.get(id(one)), ast.Call) and called(user) == "load_state_dict" for one in uses
    )


def _whole(file: Module, node: ast.expr) -> ast.expr:
    """`state["model"]` of `state`: the part of it that is handed over."""
    outer = file.parents.get(id(node))
    return outer if isinstance(outer, ast.Subscript) and outer.value is node else node


def torch_device(request: Request) -> Mend | None:
    """`device = "cuda" if torch.cuda.is_available() else "cpu"`."""
    at = failing(request) if _NO_CARD.search(request.report.first_line) else None
    if at is None:
        return None
    file, imports = at.file, Imports(at.file.source)
    if imports.find_module("torch") is None:
        return None
    cuda = f"{imports.module('torch')}.cuda.is_available()"
    places = [one for one in file.nodes if isinstance(one, ast.expr) and _is_place(file, one)]
    if not places or any(isinstance(one, ast.Constant) and _is_other_card(one) for one in file.nodes):
        return None
    if not _reaches(at, places):
        return None
    sure = request.values.get("card") == "none"
    if len(places) == 1:
        one = places[0]
        if isinstance(one, ast.Call):
            start, end = file.span(one.func)[1] - len("cuda"), file.span(one)[1]
            return Mend((TextEdit(start, end, f'to("cuda" if {cuda} else "cpu")'),), sure=sure)
        return Mend(_inline(file, one, cuda), sure=sure)
    taken = any("device" in (getattr(one, "id", ""), getattr(one, "arg", "")) for one in file.nodes
                if isinstance(one, ast.Name | ast.arg))  # fmt: skip
    name = free_name(file.source, "torch_device") if taken else "device"  # as a keyword's name it is free
    line = line_below_imports(file)
    if line is None:
        return None
    edits = []
    for one in places:
        start, end = file.span(one)
        if isinstance(one, ast.Call):
            edits.append(TextEdit(file.span(one.func)[1] - len("cuda"), end, f"to({name})"))
        else:
            edits.append(TextEdit(start, end, name))
    begin, newline = file.source.offset(line, 0), file.source.newline
    text = f'{newline}{name} = "cuda" if {cuda} else "cpu"{newline}'
    return Mend((TextEdit(begin, begin, text), *edits), sure=sure)


def _is_place(file: Module, node: ast.expr) -> bool:
    """Whether an expression names the card: the text of a device, or `.cuda()`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "cuda" and not node.args and not node.keywords
    if text_of(node) not in _FIRST_CARD:
        return False
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.keyword):
        return outer.arg in ("device", "map_location")
    if isinstance(outer, ast.Call):
        return (
            called(outer) in ("to", "device", "load") and bool(outer.args) and node in (outer.args[0], *outer.args[1:2])
        )
    if isinstance(outer, ast.Assign | ast.AnnAssign):
        target = outer.targets[0] if isinstance(outer, ast.Assign) else outer.target
        return "device" in (dotted(target) or "").lower()
    return False


def _is_other_card(node: ast.Constant) -> bool:
    return re.fullmatch(r"cuda:[1-9]\d*", text_of(node) or "") is not None


def _reaches(at: Failing, places: list[ast.expr]) -> bool:
    """Whether the failing statement asks for the card by one of these places, as far as names lead."""
    inside = {id(one) for one in ast.walk(at.node)}
    if any(id(one) in inside for one in places):
        return True
    known = {id(one) for one in places}
    for name in at.every(ast.Name):
        for source in reach(at.file, name) or ():
            if any(id(one) in known for one in ast.walk(source)):
                return True
    return False


RECIPES = (
    Recipe("map-location", "Says where loaded tensors go.", map_location),
    Recipe(
        "torch-device",
        "Uses the graphics card only where there is one.",
        torch_device,
        unsure="Where the machine has a card, its driver or the build of PyTorch is what is missing.",
    ),
)
