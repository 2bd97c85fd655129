"""`init-name`: writes `__init__` for `_init_`, `__int__` and the like, where the class got arguments it does not take.

Also in another file of the workspace, which defines the class and is imported. Does not apply where the class has an
`__init__` or `__new__`, or several methods are nearly one.

Source: https://docs.python.org/3/reference/datamodel.html#object.__init__, CPython's `object_init` in
Objects/typeobject.c for the message.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.names import nearly_init
from tracemend.fixes.toolkit.workspace import in_file, with_class
from tracemend.source.module import whole
from tracemend.source.scopes import methods, parameter_names

_NO_ARGUMENTS = lazy.regex(r"(?P<class>[\w.<>]+)\(\) takes no arguments")


def init_name(request: Request) -> Mend | None:
    """`__init__` for a near miss."""
    source, match = request.place.source, _NO_ARGUMENTS.match(request.report.first_line)
    here = whole(source) if source is not None else None
    if here is None or match is None:
        return None
    name = match["class"].rpartition(".")[2]
    module, file = with_class(request, here, name)
    owner = module.class_named(name)
    if owner is None or any(one.name in ("__init__", "__new__") for one in methods(owner)):
        return None
    near = [one for one in methods(owner) if nearly_init(one.name) and parameter_names(one)[:1] == ["self"]]
    if len(near) != 1:
        return None
    start, _ = module.span(near[0])
    at = module.source.text.index(near[0].name, start + len("def"))
    return in_file(file, module, TextEdit(at, at + len(near[0].name), "__init__"))


RECIPES = (Recipe("init-name", "Writes __init__ for a near miss of it.", init_name),)
