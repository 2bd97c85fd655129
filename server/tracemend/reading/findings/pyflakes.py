"""pyflakes prints its findings without codes; flake8 gives each kind of them one."""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = r"[`'\"].{1,300}[`'\"]"
_PYFLAKES = (
    (rf"{_NAME} imported but unused", "F401"),
    (r"import .{1,300} from line \d{1,9} shadowed by loop variable", "F402"),
    (r"'from .{1,300} import \*' used; unable to detect undefined names", "F403"),
    (r"from __future__ imports must occur at the beginning of the file", "F404"),
    (rf"{_NAME} may be undefined, or defined from star imports: .+", "F405"),
    (r"'from .{1,300} import \*' only allowed at module level", "F406"),
    (r"future feature .{1,300} is not defined", "F407"),
    (r"'\.\.\.' % \.\.\. has invalid format string: .+", "F501"),
    (r"'\.\.\.' % \.\.\. expected mapping but got sequence", "F502"),
    (r"'\.\.\.' % \.\.\. expected sequence but got mapping", "F503"),
    (r"'\.\.\.' % \.\.\. has unused named argument\(s\): .+", "F504"),
    (r"'\.\.\.' % \.\.\. is missing argument\(s\) for placeholder\(s\): .+", "F505"),
    (r"'\.\.\.' % \.\.\. has mixed positional and named placeholders", "F506"),
    (r"'\.\.\.' % \.\.\. has \d{1,9} placeholder\(s\) but \d{1,9} substitution\(s\)", "F507"),
    (r"'\.\.\.' % \.\.\. `\*` specifier requires sequence", "F508"),
    (r"'\.\.\.' % \.\.\. has unsupported format character .+", "F509"),
    (r"'\.\.\.'\.format\(\.\.\.\) has invalid format string: .+", "F521"),
    (r"'\.\.\.'\.format\(\.\.\.\) has unused named argument\(s\): .+", "F522"),
    (r"'\.\.\.'\.format\(\.\.\.\) has unused arguments at position\(s\): .+", "F523"),
    (r"'\.\.\.'\.format\(\.\.\.\) is missing argument\(s\) for placeholder\(s\): .+", "F524"),
    (r"'\.\.\.'\.format\(\.\.\.\) mixes automatic and manual numbering", "F525"),
    (r"f-string is missing placeholders", "F541"),
    (r"t-string is missing placeholders", "F542"),
    (r"dictionary key (?!variable ).{1,300} repeated with different values", "F601"),
    (r"dictionary key variable .{1,300} repeated with different values", "F602"),
    (r"too many expressions in star-unpacking assignment", "F621"),
    (r"two starred expressions in assignment", "F622"),
    (r"assertion is always true, perhaps remove parentheses\?", "F631"),
    (r"use ==/!= to compare constant literals \(str, bytes, int, float, tuple\)", "F632"),
    (r"use of >> is invalid with print function", "F633"),
    (r"'if tuple literal' is always true, perhaps remove accidental comma\?", "F634"),
    (r"'break' outside loop", "F701"),
    (r"'continue' not properly in loop", "F702"),
    (r"'yield' outside function", "F704"),
    (r"'return' outside function", "F706"),
    (r"default 'except:' must be last", "F707"),
    (r"syntax error in doctest", "F721"),
    (r"syntax error in forward annotation .+", "F722"),
    (r"redefinition of unused .{1,300} from line \d{1,9}", "F811"),
    (rf"undefined name {_NAME} in __all__", "F822"),
    (rf"undefined name {_NAME}", "F821"),
    (r"local variable .{1,300} referenced before assignment", "F823"),
    (r"`.{1,300}` is unused: name is never assigned in scope", "F824"),
    (r"duplicate argument .{1,300} in function definition", "F831"),
    (r"local variable .{1,300} is assigned to but never used", "F841"),
    (r"local variable .{1,300} is annotated but never used", "F842"),
    (r"'raise NotImplemented' should be 'raise NotImplementedError'", "F901"),
)
"""The sentences of pyflakes/messages.py with the codes of flake8/plugins/pyflakes.py."""


def pyflakes_code(message: str) -> str | None:
    """flake8's code for a sentence of pyflakes; None where it is none of them."""
    if not _any_sentence().fullmatch(message):
        return None
    return next(code for pattern, code in _PYFLAKES if re.fullmatch(pattern, message))


@lru_cache(maxsize=1)
def _any_sentence() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in _PYFLAKES))
