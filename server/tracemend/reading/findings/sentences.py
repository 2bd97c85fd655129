"""Whose a finding's sentence is and which rule it is of, where the output does not say so.

The sentences are those of pyright's localization (packages/pyright-internal/src/localization/en.json) and of
mypy/message_registry.py and mypy/messages.py. mypy before 0.990 printed codes with --show-error-codes alone.
"""

from __future__ import annotations

from tracemend import lazy

_SAID = "[^\n]{1,300}"
_PYRIGHT = (
    (rf'Type "{_SAID}" is not assignable to return type "', "reportReturnType"),
    ('Function with declared return type "', "reportReturnType"),
    (rf'Type "{_SAID}" is not assignable to declared type "', "reportAssignmentType"),
    (rf'(?:Argument of type|Expression of type) "{_SAID}" cannot be assigned to parameter ', "reportArgumentType"),
    (r'"\w{1,200}" is not a known (?:attribute|member) of "None"', "reportOptionalMemberAccess"),
    ('Object of type "None" is not subscriptable', "reportOptionalSubscript"),
    ('Object of type "None" cannot be used as iterable value', "reportOptionalIterable"),
    ('Object of type "None" cannot be called', "reportOptionalCall"),
    ('Object of type "None" cannot be used with "with"', "reportOptionalContextManager"),
    (r'Operator "[^"]{1,12}" not supported for "None"', "reportOptionalOperand"),
    (r'Operator "[^"]{1,12}" not supported for types? "', "reportOperatorIssue"),
    (r'Cannot (?:access|assign to|delete) (?:attribute|member) "\w{1,200}" for class "', "reportAttributeAccessIssue"),
    (r'"\w{1,200}" is (?:unknown import symbol$|not a known attribute of module ")', "reportAttributeAccessIssue"),
    (r'Import "[\w.]{1,300}" could not be resolved from source', "reportMissingModuleSource"),
    (r'Import "[\w.]{1,300}" could not be resolved$', "reportMissingImports"),
    (r'"\w{1,200}" is not defined$', "reportUndefinedVariable"),
    (r'"\w{1,200}" is possibly unbound$', "reportPossiblyUnbound"),
    (r'"\w{1,200}" is unbound$', "reportUnboundVariable"),
    (r'No (?:overloads for|parameter named) "|Arguments? missing for parameters? "', "reportCallIssue"),
    (r"Expected \d{1,3} positional arguments?", "reportCallIssue"),
    (r'"__(?:get|set|del)item__" method not defined on type "', "reportIndexIssue"),
    (r'Method "\w{1,200}" overrides class "\w{1,200}" in an incompatible manner', "reportIncompatibleMethodOverride"),
)  # fmt: skip
_MYPY = (
    (r"Incompatible types in assignment \(expression has type ", "assignment"),
    (r"Incompatible return value type \(got ", "return-value"),
    (rf'Argument (?:\d{{1,3}}|"\w{{1,200}}") to {_SAID} has incompatible type "', "arg-type"),
    (rf'Item "{_SAID}" of "{_SAID}" has no attribute "', "union-attr"),
    (rf'(?:Module )?"{_SAID}" has no attribute "', "attr-defined"),
    ("Missing return statement$", "return"),
    (r'Need type annotation for "\w{1,200}"', "var-annotated"),
    (r'Name "\w{1,200}" is not defined$', "name-defined"),
    ("Cannot find implementation or library stub for module named ", "import-not-found"),
    ('Library stubs not installed for "', "import-untyped"),
    ('Skipping analyzing "', "import-untyped"),
    (r"Unsupported (?:left |right )?operand types? for \S{1,6} \(", "operator"),
    (r'List item \d{1,6} has incompatible type "', "list-item"),
    (r"Dict entry \d{1,6} has incompatible type ", "dict-item"),
    (rf'Value of type "{_SAID}" is not indexable', "index"),
    (r'Invalid index type "', "index"),
    (r"No overload variant of ", "call-overload"),
    (r'(?:Too many|Too few|Missing positional) arguments? |Unexpected keyword argument "', "call-arg"),
    (rf'(?:Signature|Return type {_SAID}|Argument \d{{1,3}}) of "{_SAID}" (?:is )?incompatible with ', "override"),
    (r'Name "\w{1,200}" already defined', "no-redef"),
    (r"Cannot instantiate abstract class ", "abstract"),
    (r"Function is missing a (?:return )?type annotation", "no-untyped-def"),
    (r"Returning Any from function declared to return ", "no-any-return"),
    (rf'TypedDict "{_SAID}" has no key "', "typeddict-item"),
    (r'Expression (?:type contains|has type) "Any"', "misc"),
)
_SENTENCES = tuple(
    (lazy.regex(pattern), tool, code)
    for tool, sentences in (("pyright", _PYRIGHT), ("mypy", _MYPY))
    for pattern, code in sentences
)


def who_says(message: str) -> tuple[str, str] | None:
    """The tool and the code of a sentence that begins like one of the best known; None for all others."""
    return next(((tool, code) for pattern, tool, code in _SENTENCES if pattern.match(message)), None)


def mypy_code(message: str) -> str | None:
    """The code of one of mypy's sentences, None where it is none of the best known."""
    return next((code for pattern, tool, code in _SENTENCES if tool == "mypy" and pattern.match(message)), None)
