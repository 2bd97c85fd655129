"""Names of exception types: what a printed type is an instance of, as far as its name alone tells."""

from __future__ import annotations

import builtins
from collections.abc import Mapping

Bases = Mapping[str, "tuple[str, ...]"]
"""Library types, dotted as printed, to the names of their direct bases (dotted, or bare for built-in ones)."""

# Since Python 3.3 these are other names of OSError (PEP 3151); a WindowsError exists on Windows only.
_ALIASES = {"EnvironmentError": "OSError", "IOError": "OSError", "WindowsError": "OSError"}
# Built-in types that came after Python 3.10: output of a newer Python is read by an older one as well.
_NEWER = {
    "BaseExceptionGroup": ("BaseException",),
    "ExceptionGroup": ("BaseExceptionGroup", "Exception", "BaseException"),
    "PythonFinalizationError": ("RuntimeError", "Exception", "BaseException"),
}
OWN = "__main__.*"
"""The name that an entry gives for a class of the program itself."""


def canonical(name: str) -> str:
    """A type's name as entries are filed under it: aliases of OSError become OSError."""
    return _ALIASES.get(name, name)


def builtin_chain(name: str) -> tuple[str, ...]:
    """A built-in exception's name and those of its bases, nearest first; empty where it is none."""
    name = canonical(name)
    found = getattr(builtins, name, None)
    if isinstance(found, type) and issubclass(found, BaseException):
        return tuple(base.__name__ for base in found.__mro__ if base is not object)
    return (name, *_NEWER[name]) if name in _NEWER else ()


def type_keys(printed: str, bases: Bases) -> tuple[str, ...]:
    """The names that an entry may give for an exception that was printed with this name, nearest first.

    A dotted name is itself and `*.Name`, then what the table says of its bases; a bare name is itself,
    `*.Name` and its built-in bases, or `__main__.*` where it is no built-in one: Python 3.11 and later leave the
    module out for the classes of the program that they run. A bare name is not looked up in the table: it may be
    anybody's.
    """
    keys: dict[str, None] = {}
    waiting = [printed.removeprefix("builtins.")]
    while waiting:
        name = canonical(waiting.pop(0))
        if name in keys:
            continue
        keys[name] = None
        keys["*." + name.rpartition(".")[2]] = None
        if "." in name:
            waiting += bases.get(name, ())
            if name.startswith("__main__."):
                keys[OWN] = None
        else:
            keys.update(dict.fromkeys(builtin_chain(name) or (OWN,)))
    return tuple(keys)


def is_warning(name: str) -> bool:
    """Whether a type's name is a warning category's: a built-in one, or called so by its library."""
    return "Warning" in builtin_chain(name) or name.rpartition(".")[2].endswith("Warning")
