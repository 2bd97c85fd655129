"""`library-name`: a name that a library looks up by its text, as its definition has it.

Of SQLAlchemy a relationship's other side, a class or a table, a column given by keyword; of Django a field, a relation,
a lookup, a view's name or namespace, a rule's variable. Applies where one defined name is a slip away from the one
asked for, or differs in `-`, `_`, upper case and a plural's s alone. What is looked for is a value, and stays.

Sources: https://docs.sqlalchemy.org/en/20/orm/relationship_api.html,
https://docs.djangoproject.com/en/stable/ref/urlresolvers/#reverse
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.workspace import python_files, root_of, text_at, with_class
from tracemend.source.module import Module, whole
from tracemend.source.statement import own_parts

_NO_PROPERTY = lazy.regex(r"Mapper 'Mapper\[(?P<owner>\w+)\(\w+\)\]' has no property '(?P<name>\w+)'")
_NO_CLASS = lazy.regex(
    r"expression '[^']*' failed to locate a name \((?:\"name )?'(?P<name>\w+)'(?: is not defined\")?\)"  # before 1.4
)
_NO_TABLE = lazy.regex(r"Foreign key associated with column '[^']+' could not find table '(?P<name>\w+)'")
_NO_COLUMN = lazy.regex(r"Entity namespace for \"(?P<table>\w+)\" has no property \"(?P<name>\w+)\"")
_NO_KEYWORD = lazy.regex(r"'(?P<name>\w+)' is an invalid keyword argument for (?P<owner>\w+)")
_NO_ENTITY = lazy.regex(
    r"None of the FROM clause entities have a property \"(?P<name>\w+)\"\. "
    r"Searched entities: Mapper\[(?P<owner>\w+)\(\w+\)\]$"
)
_NO_MODEL_KEYWORD = lazy.regex(r"(?P<owner>\w+)\(\) got unexpected keyword arguments: '(?P<name>\w+)'$")
_NO_FIELD = lazy.regex(r"Cannot resolve keyword '(?P<name>\w+)' into field\. Choices are: (?P<choices>[\w, ]+)")
_NO_VIEW = lazy.regex(
    r"Reverse for '(?P<name>[\w-]+)' not found\. '[\w-]+' is not a valid view function or pattern name"
)
_NO_VARIABLE = lazy.regex(
    r"Reverse for '[^']+' with keyword arguments '\{'(?P<name>\w+)': [^,}]*\}' not found\. "
    r"1 pattern\(s\) tried: (?P<rule>.*)"
)
_NO_META_FIELD = lazy.regex(r"(?P<owner>\w+) has no field named '?(?P<name>\w+)'?$")
_NO_FORM_FIELD = lazy.regex(r"Unknown field\(s\) \((?P<name>\w+)\) specified for (?P<owner>\w+)$")
_NO_RELATION = lazy.regex(
    r"Invalid field name\(s\) given in select_related: '(?P<name>\w+)'\. Choices are: (?P<choices>\w[\w, ]*)"
)
_NO_PREFETCH = lazy.regex(
    r"Cannot find '(?P<name>\w+)' on (?P<owner>\w+) object, '\w+' is an invalid parameter to prefetch_related\(\)"
)
_NO_LOOKUP = lazy.regex(
    r"Unsupported lookup '(?P<name>\w+)' for \w+ or join on the field not permitted, perhaps you meant "
    r"(?P<choices>\w+(?:(?:, | or )\w+)*)\?"
)
_NO_NAMESPACE = lazy.regex(r"'(?P<name>[\w-]+)' is not a registered namespace$")
_LOOK_UP = frozenset(
    ("filter", "exclude", "get", "order_by", "values", "values_list", "only", "defer", "annotate", "aggregate", "alias",
     "update", "create", "get_or_create", "update_or_create", "bulk_update", "select_related", "prefetch_related",
     "Prefetch", "distinct", "latest", "earliest", "dates", "datetimes", "Q", "F", "Count", "Sum", "Avg", "Min", "Max",
     "When", "OuterRef", "get_field", "get_object_or_404", "get_list_or_404", "filter_by", "reverse", "reverse_lazy",
     "redirect", "resolve_url", "insert", "with_entities", "HttpResponseRedirect")
)  # fmt: skip
"""What takes the names of fields, relations or views."""


def library_name(request: Request) -> Mend | None:
    """The name that is defined, for the one that is not."""
    at, message = failing(request), request.report.first_line
    if at is None:
        return None
    file = at.file
    for pattern, candidates, role in _LOOKED_UP:
        found = pattern.search(message)
        if found is None:
            continue
        names = [name for name in dict.fromkeys(candidates(file, found, request)) if name != found["name"]]
        to = names[0] if pattern is _NO_VARIABLE and len(names) == 1 else _nearest(found["name"], names)
        edits = tuple(role(at, found, to)) if to is not None else ()
        if pattern is _NO_PROPERTY and len(edits) != 1:
            return None  # another relationship may mean a class that has it
        return Mend(edits) if edits else None
    return None


def _nearest(name: str, names: list[str]) -> str | None:
    """The one defined name that the asked one is a slip of."""
    alike = [one for one in names if _plain(one) == _plain(name)]
    return alike[0] if len(alike) == 1 else slip_of(name, names) if not alike else None


def _plain(name: str) -> str:
    return re.sub(r"[-_]", "", name).lower().removesuffix("s")


def _attributes(file: Module, owner: str) -> Iterator[str]:
    node = file.class_named(owner)
    for one in node.body if node is not None else ():
        targets = [one.target] if isinstance(one, ast.AnnAssign) else one.targets if isinstance(one, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name) and target.id[:2] != "__")


def _tables(file: Module) -> dict[str, ast.ClassDef]:
    """The tables of the file by their names, with their classes."""
    return {
        text: node
        for node in file.nodes
        if isinstance(node, ast.ClassDef)
        for one in node.body
        if isinstance(one, ast.Assign)
        and isinstance(one.targets[0], ast.Name)
        and one.targets[0].id == "__tablename__"
        and (text := text_of(one.value)) is not None
    }


def _columns(file: Module, table: str) -> Iterator[str]:
    owner = _tables(file).get(table)
    yield from _attributes(file, owner.name) if owner is not None else ()


def _views(file: Module, request: Request) -> Iterator[str]:
    """The names of the workspace's URL patterns, with the namespace of their file."""
    own = request.place.file
    root = root_of(own, request.context) if own is not None else None
    modules = [file]
    for path in (python_files(root) or ()) if root is not None else ():
        source = text_at(path, request.context) if path.endswith("urls.py") and path != own else None
        module = whole(source) if source is not None else None
        modules += [module] if module is not None else []
    for module in modules:
        space = next((text_of(one.value) for one in module.tree.body if isinstance(one, ast.Assign)
                      and isinstance(one.targets[0], ast.Name) and one.targets[0].id == "app_name"), None)  # fmt: skip
        for call in module.nodes:
            name = keyword_of(call, "name") if isinstance(call, ast.Call) else None
            text = text_of(name.value) if name is not None and _is_pattern(call) else None
            if text is not None:
                yield f"{space}:{text}" if space else text


def _namespaces(file: Module, request: Request) -> Iterator[str]:
    """What stands before the colon of those names."""
    yield from (name.partition(":")[0] for name in _views(file, request) if ":" in name)


def _is_pattern(node: ast.AST) -> bool:
    """Whether it is a URL pattern."""
    return isinstance(node, ast.Call) and called(node) in ("path", "re_path", "url")


def _texts(at: Failing, found: re.Match[str], to: str) -> Iterator[TextEdit]:
    """Texts of relationships and annotations, wherever they stand: `"Posts"`, `list["Posts"]`."""
    name = found["name"]
    for node in at.file.nodes:
        if text_of(node) != name or not isinstance(node, ast.Constant):
            continue
        around = [one for one in at.file.around(node) if isinstance(one, ast.keyword | ast.Call | ast.AnnAssign)]
        call = next((one for one in around if isinstance(one, ast.Call)), None)
        if any(isinstance(one, ast.AnnAssign) for one in around) or (
            call is not None and called(call) in ("relationship", "backref")
        ):
            yield from _written(at.file, node, name, to)


def _of_table(at: Failing, found: re.Match[str], to: str) -> Iterator[TextEdit]:
    """`ForeignKey("users.id")`."""
    name = found["name"]
    for node in at.file.nodes:
        if isinstance(node, ast.Call) and called(node) in ("ForeignKey", "ForeignKeyConstraint"):
            for one in ast.walk(node):
                if isinstance(one, ast.Constant) and (text_of(one) or "").startswith(f"{name}."):
                    yield from _written(at.file, one, name, to)


def _in_statement(at: Failing, found: re.Match[str], to: str) -> Iterator[TextEdit]:
    """A keyword, its part before `__`, or a text of the failing statement that names what is looked up."""
    edits = list(_of_names(at, found, _naming(at, found), to))
    others = list(_of_names(at, found, _naming(at, found, True), to)) if not edits else []
    yield from edits or (others if len(others) == 1 else ())


def _of_names(
    at: Failing, found: re.Match[str], nodes: Iterable[ast.keyword | ast.Constant], to: str
) -> Iterator[TextEdit]:
    name = found["name"]
    for node in nodes:
        if isinstance(node, ast.keyword) and (node.arg or "").split("__")[0] == name:
            start, _ = at.file.span(node)
            yield TextEdit(start, start + len(name), to)
        elif isinstance(node, ast.Constant) and (text_of(node) or "").lstrip("-").split("__")[0] == name:
            yield from _written(at.file, node, name, to)


def _naming(at: Failing, found: re.Match[str], by_any: bool = False) -> Iterator[ast.keyword | ast.Constant]:
    """The statement's own keywords and texts that may name a field, a view or the like: no values, and nothing that is
    given to a call which looks nothing up, as far as is known (`by_any`: to any call)."""
    owner = found.groupdict().get("owner")
    # A class that a library reads while it is made fails as a whole.
    for node in ast.walk(at.node) if isinstance(at.node, ast.ClassDef) else own_parts(at.node):
        if not isinstance(node, ast.keyword | ast.Constant):
            continue
        outer = at.file.parents.get(id(node))
        if isinstance(node, ast.Constant):
            key = isinstance(outer, ast.Dict) and node in outer.keys
            if not key and not isinstance(outer, ast.Call | ast.List | ast.Tuple | ast.Set | ast.Assign):
                continue
        call = next((one for one in at.file.around(node) if isinstance(one, ast.Call | ast.stmt)), None)
        if by_any or not isinstance(call, ast.Call) or called(call) == owner or called(call) in _LOOK_UP:
            yield node


def _written(file: Module, node: ast.Constant, name: str, to: str) -> Iterator[TextEdit]:
    start, end = file.span(node)
    found = re.match(rf"['\"]-?({re.escape(name)})", file.source.text[start:end])
    if found is not None:
        yield TextEdit(start + found.start(1), start + found.end(1), to)


def _in_path(at: Failing, found: re.Match[str], to: str) -> Iterator[TextEdit]:
    """One of the parts, joined by `__`, of a keyword or a text of the failing statement."""
    name = found["name"]
    for node in _naming(at, found):
        written = node.arg if isinstance(node, ast.keyword) else text_of(node)
        parts = (written or "").lstrip("-").split("__")
        if parts.count(name) != 1:
            continue
        start, end = at.file.span(node)
        text = at.file.source.text[start:end]
        path = re.match(rf"(?:['\"]-?)?({re.escape('__'.join(parts))})", text)
        if path is not None:
            begin = start + path.start(1) + len("".join(f"{one}__" for one in parts[: parts.index(name)]))
            yield TextEdit(begin, begin + len(name), to)


def _spaces(at: Failing, found: re.Match[str], to: str) -> Iterator[TextEdit]:
    """What stands before the colon of a view's name."""
    for node in _naming(at, found):
        if isinstance(node, ast.Constant) and (text_of(node) or "").split(":")[0] == found["name"]:
            yield from _written(at.file, node, found["name"], to)


def _model_names(file: Module, owner: str, request: Request) -> Iterator[str]:
    """The fields of a model, here or in a module that the file imports."""
    yield from _attributes(with_class(request, file, owner)[0], owner)


def _relations(file: Module, owner: str, request: Request) -> Iterator[str]:
    """The fields of a model, and the names that other models' relations to it have there."""
    yield from _model_names(file, owner, request)
    home, _ = with_class(request, file, owner)
    for node in home.nodes:
        if not isinstance(node, ast.Call) or called(node) not in ("ForeignKey", "ManyToManyField", "OneToOneField"):
            continue
        to = node.args[0] if node.args else None
        if owner not in (text_of(to), getattr(to, "id", None)):
            continue
        name = keyword_of(node, "related_name")
        model = next((one for one in home.around(node) if isinstance(one, ast.ClassDef)), None)
        if name is not None:
            yield text_of(name.value) or ""
        elif model is not None:
            yield f"{model.name.lower()}_set"


Candidates = Callable[[Module, "re.Match[str]", Request], Iterable[str]]
Role = Callable[[Failing, "re.Match[str]", str], Iterator[TextEdit]]
_LOOKED_UP: tuple[tuple[re.Pattern[str], Candidates, Role], ...] = (
    (_NO_PROPERTY, lambda file, found, _: _attributes(file, found["owner"]), _texts),
    (_NO_CLASS, lambda file, _, __: [one.name for one in _tables(file).values()], _texts),
    (_NO_TABLE, lambda file, _, __: _tables(file), _of_table),
    (_NO_COLUMN, lambda file, found, _: _columns(file, found["table"]), _in_statement),
    (_NO_KEYWORD, lambda file, found, _: _attributes(file, found["owner"]), _in_statement),
    (_NO_ENTITY, lambda file, found, _: _attributes(file, found["owner"]), _in_statement),
    (_NO_MODEL_KEYWORD, lambda file, found, _: _attributes(file, found["owner"]), _in_statement),
    (_NO_FIELD, lambda _, found, __: found["choices"].split(", "), _in_statement),
    (_NO_META_FIELD, lambda file, found, request: _model_names(file, found["owner"], request), _in_statement),
    (_NO_FORM_FIELD, lambda file, found, request: _model_names(file, found["owner"], request), _in_statement),
    (_NO_RELATION, lambda _, found, __: found["choices"].split(", "), _in_path),
    (_NO_PREFETCH, lambda file, found, request: _relations(file, found["owner"], request), _in_path),
    (_NO_LOOKUP, lambda _, found, __: re.split(", | or ", found["choices"]), _in_path),
    (_NO_NAMESPACE, lambda file, _, request: _namespaces(file, request), _spaces),
    (_NO_VIEW, lambda file, _, request: _views(file, request), _in_statement),
    (_NO_VARIABLE, lambda _, found, __: re.findall(r"\(\?P<(\w+)>", found["rule"]), _in_statement),
)


RECIPES = (Recipe("library-name", "Writes a name as the library knows it.", library_name),)
