"""`spelling`: put the right name in a misspelt one's place, at the failing expression.

Names, attributes, keys, keyword arguments, modules and fixtures. A key keeps its quotes. What an import or
a parameter binds is renamed where it is used as well: else the mend would break the next line. The wrong
name is the argument `from` or the capture that stands in the statement. Not sure where both may be names of their own:
`item` and `items`; nor where another name that may stand there is as near: `weight_net`, `weight_gross` for `weight_`;
nor for a short word that may be one of its own (`bar` for `var`), or an attribute that another class of the file has:
unless the right name is bound or set in the file and nothing else uses it.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.short_words import may_be_meant
from tracemend.evidence.similar import is_as_near
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import Function, expressions, nearest_to_carets, text_of
from tracemend.fixes.toolkit.names import is_bound, is_dotted_name, is_name
from tracemend.fixes.toolkit.undefined import variables
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Definition, members
from tracemend.source.statement import Statement, own_parts
from tracemend.source.text import SourceText

_CAPTURES = ("name", "attribute", "key", "keyword", "argument", "parameter", "fixture", "module", "symbol")
_WORD = lazy.regex(r"[^\W\d]\w*")
_SINGULAR = lazy.regex(r"s$|_?\d+$")
_QUOTES = lazy.regex(r"""[A-Za-z]{0,2}('''|\"""|'|")""")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, to = request.place.statement, request.arguments.get("to")
    if statement is None or not isinstance(to, str) or not to:
        return None
    to = _plain(to)
    for wrong in _wrong_names(request, to):
        no_module = "No module named" in request.report.first_line
        edits = _module(statement, wrong, to) if no_module else []
        edits = edits or _rename(statement, wrong, to)
        if edits:
            known = request.arguments.get("known")
            sure = known == "all" or (known != "rivals" and not _may_be_another(wrong, to))
            sure = sure and not _says_nothing(statement, wrong) and not _has_rival(statement, wrong, to)
            return Mend(tuple(edits), sure=sure and (known == "all" or not _is_own_word(statement, wrong, to)))
    return None


def _is_own_word(statement: Statement, wrong: str, to: str) -> bool:
    """Whether the wrong name may be meant, and the object or what is imported be another: it is a short word, or an
    attribute that another class of the file has. Not where the right name waits in the file for its use."""
    if isinstance(statement.node, ast.Import | ast.ImportFrom):
        return may_be_meant(wrong, to)
    parts = [
        one for one in own_parts(statement.node) if wrong in (getattr(one, "id", None), getattr(one, "attr", None))
    ]
    if not parts:
        return False  # a key, a keyword: there are few of them
    file = whole(statement.source)
    doubtful = may_be_meant(wrong, to) or (file is not None and _is_member_elsewhere(file, parts, wrong, to))
    return doubtful and (file is None or not _waits(file, file.same(statement, parts[0]), to))


def _is_member_elsewhere(file: Module, parts: list[ast.AST], wrong: str, to: str) -> bool:
    """Whether a class of the file has an attribute of the wrong name, another of the right one."""
    if not all(isinstance(one, ast.Attribute) for one in parts):
        return False
    have = [members(one) for one in file.nodes if isinstance(one, ast.ClassDef)]
    return any(wrong in one and to not in one for one in have) and any(to in one for one in have)


def _waits(file: Module, part: ast.AST | None, to: str) -> bool:
    """Whether the file gives the right name a value, or defines it, and uses it nowhere."""
    if isinstance(part, ast.Attribute):
        owners = [one for one in file.nodes if isinstance(one, ast.ClassDef) and to in members(one)]
        used = (
            isinstance(one, ast.Attribute) and one.attr == to and isinstance(one.ctx, ast.Load) for one in file.nodes
        )
        return len(owners) == 1 and not any(used)
    scope = file.scope_of(to, part) if part is not None else None
    return scope is not None and not file.uses(to, scope)


def _says_nothing(statement: Statement, wrong: str) -> bool:
    """Whether the name is the whole statement, which does nothing: nothing shows what it is for."""
    value = statement.node.value if isinstance(statement.node, ast.Expr) else None
    return wrong in (getattr(value, "id", None), getattr(value, "attr", None))


def _may_be_another(wrong: str, to: str) -> bool:
    """Whether the two differ as names of two things do (`item` and `items`, `data1` and `data2`), not as slips do."""
    return _SINGULAR.sub("", wrong.lower()) == _SINGULAR.sub("", to.lower()) and wrong.lower() != to.lower()


def _has_rival(statement: Statement, wrong: str, to: str) -> bool:
    """Whether another name that may stand there is as near as the right one: a variable in sight, an attribute that the
    file uses, a key that its dictionaries have."""
    if not _is_word_as_near(statement.source.text, wrong, to) or (file := whole(statement.source)) is None:
        return False
    others: set[str] = set()
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.Name | ast.Attribute | ast.Subscript) else None
        if isinstance(same, ast.Name) and same.id == wrong:
            others |= {one.name for one in variables(file, same)}
            others |= {one.name for one in file.tree.body if isinstance(one, Definition)}
        elif isinstance(same, ast.Attribute) and same.attr == wrong:
            owner = [one for one in file.nodes if isinstance(one, ast.ClassDef) and to in members(one)]
            others |= {name for one in owner for name in members(one)}
        elif isinstance(same, ast.Subscript) and _is_key(same.slice, wrong):
            shown = [one for one in file.nodes if isinstance(one, ast.Dict)]
            keys = [{text_of(key) or "" for key in one.keys if key is not None} for one in shown]
            others |= {key for one in keys if to in one for key in one}
    return any(is_as_near(wrong, to, other) for other in others)


def _is_word_as_near(text: str, wrong: str, to: str) -> bool:
    """Whether any word of the file is: else nothing in it has to be looked at, which costs a parse of the whole."""
    if not (wrong + to).isidentifier():
        return True  # a key of several words
    words = {one for one in _WORD.findall(text) if abs(len(one) - len(wrong)) <= 3 or one.startswith(wrong)}
    return any(is_as_near(wrong, to, one) for one in words)


def _plain(text: str) -> str:
    """A text that was captured as `repr` prints it, without its quotes."""
    if text[:1] in ("'", '"') and text[-1:] == text[:1] and len(text) > 1:
        try:
            value = ast.literal_eval(text)
        except (ValueError, SyntaxError):
            return text
        return value if isinstance(value, str) else text
    return text


def _wrong_names(request: Request, to: str) -> list[str]:
    given = request.arguments.get("from")
    if isinstance(given, str):
        return [_plain(given)]
    values = request.values
    texts = [values[name] for name in _CAPTURES if name in values] or list(values.values())
    return [_plain(text) for text in texts if isinstance(text, str) and text and _plain(text) != to]


def _rename(statement: Statement, wrong: str, to: str) -> list[TextEdit]:
    node = statement.node
    if isinstance(node, ast.Import | ast.ImportFrom):
        return _in_import(statement, node, wrong, to)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        edits = _parameter(statement, node, wrong, to)
        if edits or any(isinstance(part, ast.arg) and part.arg == wrong for part in ast.walk(node)):
            return edits
    spans = _attributes(statement, wrong, to) or _names(statement, wrong, to)
    if spans:
        return [TextEdit(start, end, to) for start, end in spans]
    return _keys(statement, wrong, to)


def _attributes(statement: Statement, wrong: str, to: str) -> list[tuple[int, int]]:
    if not is_name(to):
        return []
    found = [node for node in expressions(statement) if isinstance(node, ast.Attribute) and node.attr == wrong]
    spans = []
    for node in nearest_to_carets(statement, found):
        _, end = statement.span(node)
        if statement.source.text[end - len(wrong) : end] == wrong:
            spans.append((end - len(wrong), end))
    return spans


def _names(statement: Statement, wrong: str, to: str) -> list[tuple[int, int]]:
    """Every use of the name in the statement: they all fail alike. Or the keyword argument of that name."""
    if not is_dotted_name(to):
        return []
    nodes = list(expressions(statement))
    spans = [statement.span(node) for node in nodes if isinstance(node, ast.Name) and node.id == wrong]
    if spans or not is_name(to):
        return spans
    calls = [node for node in nodes if isinstance(node, ast.Call) and any(k.arg == wrong for k in node.keywords)]
    for call in nearest_to_carets(statement, calls)[:1]:
        for keyword in call.keywords:
            if keyword.arg == wrong:
                start, _ = statement.span(keyword)
                return [(start, start + len(wrong))]
    return []


def _keys(statement: Statement, wrong: str, to: str) -> list[TextEdit]:
    """The key in square brackets, else the text that is an argument or stands alone."""
    nodes = list(expressions(statement))
    keys = [node.slice for node in nodes if isinstance(node, ast.Subscript) and _is_key(node.slice, wrong)]
    if statement.expression is not None and isinstance(statement.expression, ast.Subscript):
        own = [key for key in keys if key is statement.expression.slice]
        keys = own or keys
    keys = keys or [node for node in nodes if isinstance(node, ast.Constant) and _is_key(node, wrong)]
    texts = {statement.text(key) for key in keys}
    if len(texts) != 1:
        return []
    written = _as_written(statement.text(keys[0]), to)
    if written is None:
        return []
    return [TextEdit(*statement.span(key), written) for key in nearest_to_carets(statement, keys)]


def _is_key(node: ast.expr, wrong: str) -> bool:
    if not isinstance(node, ast.Constant):
        return False
    return node.value == wrong if isinstance(node.value, str) else repr(node.value) == wrong


def _as_written(old: str, to: str) -> str | None:
    """`to` with the old literal's quotes; None where it cannot stand between them."""
    quotes = _QUOTES.match(old)
    if quotes is None:
        return to if re.fullmatch(r"-?\d{1,30}", to) else None
    if quotes[1][0] in to or "\\" in to or not to.isprintable() or not old.endswith(quotes[1]):
        return None
    prefix = quotes[0] if quotes[0][:1] in "'\"rRuU" else quotes[1]
    return f"{prefix}{to}{quotes[1]}"


def _parameter(statement: Statement, node: Function, wrong: str, to: str) -> list[TextEdit]:
    """A parameter (a fixture's name) and its uses in the function."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    found = [argument for argument in arguments if argument.arg == wrong]
    if not found or not is_name(to) or any(argument.arg == to for argument in arguments):
        return []
    start, _ = statement.span(found[0])
    edits = [TextEdit(start, start + len(wrong), to)]
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id == wrong:
            begin, end = statement.span(part)
            if statement.source.text[begin:end] != wrong:
                return []
            edits.append(TextEdit(begin, end, to))
    return edits


def _in_import(statement: Statement, node: ast.Import | ast.ImportFrom, wrong: str, to: str) -> list[TextEdit]:
    if not is_dotted_name(to):
        return []
    for alias in node.names:
        if alias.name == wrong or (isinstance(node, ast.Import) and alias.name.startswith(wrong + ".")):
            start, _ = statement.span(alias)
            edits = [TextEdit(start, start + len(wrong), to)]
            if alias.asname is None:
                edits += _uses(statement.source, wrong, to, start)
            return edits
    return _module(statement, wrong, to)


def _module(statement: Statement, wrong: str, to: str) -> list[TextEdit]:
    """The module of `from module import ...`."""
    node = statement.node
    module = node.module if isinstance(node, ast.ImportFrom) and not node.level else None
    if module is not None and is_dotted_name(to) and (module == wrong or module.startswith(wrong + ".")):
        at = statement.span(node)[0] + statement.text(node).index(wrong, len("from"))
        return [TextEdit(at, at + len(wrong), to)]
    return []


def _uses(source: SourceText, wrong: str, to: str, imported: int) -> list[TextEdit]:
    """The other places of the file where an imported name stands as a name; none where the file binds it anew."""
    root = wrong.partition(".")[0]
    if is_bound(source, root):
        return []
    edits, parts = [], wrong.split(".")
    tokens = [token for token in _tokens(source) if token.type in (tokenize.NAME, tokenize.OP)]
    for index, token in enumerate(tokens):
        run = [part.string for part in tokens[index : index + 2 * len(parts) - 1]]
        if ".".join(run[::2]) != wrong or any(dot != "." for dot in run[1::2]):
            continue
        if index and tokens[index - 1].string in (".", "import", "from"):
            continue
        following = tokens[index + 1].string if index + 1 < len(tokens) else ""
        if following == "=" and index and tokens[index - 1].string in ("(", ","):
            continue  # a keyword argument of the same name
        last = tokens[index + 2 * len(parts) - 2]
        start = source.offset(token.start[0], token.start[1])
        if start != imported:
            edits.append(TextEdit(start, source.offset(last.end[0], last.end[1]), to))
    return edits


def _tokens(source: SourceText) -> Iterator[tokenize.TokenInfo]:
    lines = iter(source.lines)
    try:
        yield from tokenize.generate_tokens(lambda: next(lines, ""))
    except (tokenize.TokenError, SyntaxError):
        return


RECIPES = (
    Recipe(
        "spelling",
        "Puts the right name in a misspelt one's place.",
        apply,
        {
            "to": "the right name, usually a value that a fact gives: {similar}",
            "from": "the wrong name; the capture that stands in the statement, if not given",
            "known": "`all` where every name that can stand there is known: then the wrong one can be no other; "
            "`rivals` where another is as near",
        },
        unsure="Another name may be meant.",
    ),
)
