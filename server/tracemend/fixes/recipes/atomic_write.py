"""`atomic-write`: write a file beside its place and let it take the place when it is whole.

Changes `with open(X, "w") as f:`, `with path.open("w") as f:` and `path.write_text(...)`/`write_bytes(...)`
to use a helper that it puts under the imports, once in a file. Does not apply to reading, appending and
updating, to a file descriptor, to `open` outside a `with`, nor where `write_text`'s answer is used.

Sources: os.replace, https://docs.python.org/3/library/os.html#os.replace (atomic on POSIX; Windows refuses
while another handle holds the target open); os.fsync, https://docs.python.org/3/library/os.html#os.fsync.
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import function_around, keyword_of, spreads
from tracemend.fixes.toolkit.edits import indent_step, owns_its_lines
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.fixes.toolkit.paths import PathUse, path_uses
from tracemend.source.statement import Statement

_HELPER = '''
@{contextmanager}
def {name}(path, mode="w", **options):
    """Open a new file beside `path` that takes its place when the block ends without an error."""
    path = {os}.path.realpath({os}.fsdecode(path))  # a symbolic link goes on pointing to the file
    if {os}.path.exists(path) and not {os}.path.isfile(path):  # a device or a pipe cannot be replaced
        with open(path, mode, **options) as file:
            yield file
        return
    temporary = f"{path}.{{time}.time_ns()}.tmp"
    file = open(temporary, mode.replace("w", "x"), **options)
    try:
        with file:
            if {os}.path.exists(path):
                old = {os}.stat(path)
                if hasattr({os}, "chown"):
                    with {suppress}(OSError):  # only the superuser may give a file away
                        {os}.chown(temporary, old.st_uid, old.st_gid)
                {os}.chmod(temporary, {stat}.S_IMODE(old.st_mode))
            yield file
            file.flush()
            {os}.fsync(file.fileno())
        for delay in (0.05, 0.1, 0.2, 0.4, 0.8, None):
            try:
                {os}.replace(temporary, path)
                break
            except PermissionError:  # Windows: another program has the file open
                if delay is None:
                    raise
                {time}.sleep(delay)
    except BaseException:
        with {suppress}(OSError):
            {os}.unlink(temporary)
        raise
'''
_NOTE = "Does not help where a program keeps the file open, or where the folder may not be written."
_MODES = ("w", "wt", "tw", "wb", "bw", "w+", "w+b", "wb+")


def add_helper(imports: Imports) -> str:
    """Put the helper into the file; answers its name."""
    text = _HELPER
    for key, written in {
        "{os}": imports.module("os"),
        "{stat}": imports.module("stat"),
        "{time}": imports.module("time"),
        "{contextmanager}": imports.name("contextlib", "contextmanager"),
        "{suppress}": imports.name("contextlib", "suppress"),
    }.items():
        text = text.replace(key, written)
    return imports.helper("replace_file", text)


def _imports(statement: Statement) -> Imports:
    return imports_for(statement.source, statement.line_of(statement.node), function_around(statement) is not None)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None:
        return None
    for use in path_uses(statement):
        edits = _with_open(statement, use) or _whole_write(statement, use)
        if edits:
            refused = request.report.exception == "PermissionError"
            return Mend(edits, sure=not refused, note=_NOTE)
    return None


def _with_open(statement: Statement, use: PathUse) -> tuple[TextEdit, ...] | None:
    node = statement.node
    if not isinstance(node, ast.With) or use.mode not in _MODES or use.kind not in ("open", "method"):
        return None
    if not any(item.context_expr is use.call for item in node.items):
        return None
    positional = 2 if use.kind == "open" else 1
    unusable = any(keyword.arg in ("opener", "closefd", "file") for keyword in use.call.keywords)
    whole = isinstance(use.call.func, ast.Name) or use.kind == "method" or _is_io_open(use.call)
    if len(use.call.args) > positional or unusable or not whole or _is_descriptor(use.path):
        return None
    imports = _imports(statement)
    helper = add_helper(imports)
    start, end = statement.span(use.call.func)
    if use.kind == "open":
        return *imports.edits(), TextEdit(start, end, helper)
    text = statement.source.text
    bracket = text.index("(", end)
    return (
        *imports.edits(),
        TextEdit(start, bracket + 1, f"{helper}({statement.text(use.path)}, "),
    )


def _is_io_open(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "io"


def _is_descriptor(path: ast.expr) -> bool:
    """A number opens a descriptor; a name that says so does too."""
    if isinstance(path, ast.Constant):
        return not isinstance(path.value, str | bytes)
    if isinstance(path, ast.Call) and isinstance(path.func, ast.Attribute):
        return path.func.attr in ("fileno", "open", "dup")
    return isinstance(path, ast.Name) and path.id in ("fd", "descriptor", "fileno", "file_descriptor")


def _whole_write(statement: Statement, use: PathUse) -> tuple[TextEdit, ...] | None:
    node, call = statement.node, use.call
    if not isinstance(node, ast.Expr) or node.value is not call or not isinstance(call.func, ast.Attribute):
        return None
    name = call.func.attr
    if name not in ("write_text", "write_bytes") or spreads(call) or not owns_its_lines(statement):
        return None
    data = call.args[0] if call.args else getattr(keyword_of(call, "data"), "value", None)
    if data is None:
        return None
    options = [
        f"{key}={statement.text(value)}"
        for key, value in zip(("encoding", "errors", "newline"), call.args[1:], strict=False)
    ]
    options += [f"{key.arg}={statement.text(key.value)}" for key in call.keywords if key.arg != "data"]
    mode = '"wb"' if name == "write_bytes" else '"w"'
    source = statement.source
    imports = _imports(statement)
    helper = add_helper(imports)
    file = free_name(source, "file", "output", "handle")
    arguments = ", ".join([statement.text(call.func.value), mode, *options])
    line = statement.line_of(node)
    header = f"with {helper}({arguments}) as {file}:{source.newline}{source.indent_of(line)}{indent_step(source)}"
    start, end = statement.span(node)
    data_start, data_end = statement.span(data)
    return (
        *imports.edits(),
        TextEdit(start, end, f"{header}{file}.write({source.text[data_start:data_end]})"),
    )


RECIPES = (
    Recipe(
        "atomic-write",
        "Writes to a temporary file in the same folder, then replaces the file; the replace is retried for a while.",
        apply,
    ),
)
