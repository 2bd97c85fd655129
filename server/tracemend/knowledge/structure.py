"""Plain data as YAML gives it to an `Entry`, strictly, with every fault named by its key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from tracemend.knowledge.fault import Fault, MakeFault
from tracemend.knowledge.model import Entry, is_model
from tracemend.knowledge.normal import kind, normal
from tracemend.knowledge.plain import entry_from_data as entry_from_data
from tracemend.knowledge.plain import entry_to_data as entry_to_data

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


class _Wrong(ValueError):
    """A value that the model does not take."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def structure_entry(data: Any, fault: MakeFault) -> tuple[Entry | None, list[Fault]]:
    """The entry that an entry's data describes (shared causes already put in), and all that is wrong with it; None
    where anything is. `fault` makes a fault of a key's path, a message and an advice."""
    if not isinstance(data, dict):
        return None, [fault("", f"an entry is a mapping of keys, not {kind(data)}.", "Begin it with `id:`.")]
    faults: list[Fault] = []
    spelt = normal(data, lambda *found: faults.append(fault(*found)))
    entry = structure(spelt, Entry, fault, faults)
    return (None if faults else entry), faults


def structure(data: Any, cls: type[T], fault: MakeFault, faults: list[Fault], at: str = "") -> T | None:
    """`data`, every short form spelt out, as a class of the model; what is wrong is added to `faults`, `at` being the
    path of `data` itself. None where anything is."""
    from cattrs import BaseValidationError

    try:
        return _converter().structure(data, cls)
    except (BaseValidationError, _Wrong) as error:
        _explain(error, at, fault, faults)
        return None


def _explain(error: Exception, path: str, fault: MakeFault, faults: list[Fault]) -> None:
    """Every leaf of cattrs' tree of errors as a fault."""
    from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

    if isinstance(error, ClassValidationError):
        named, others = error.group_exceptions()
        for inner, note in named:
            _explain(inner, f"{path}.{note.name}" if path else note.name, fault, faults)
        for other in others:
            _explain(other, path, fault, faults)
    elif isinstance(error, IterableValidationError):
        items, others = error.group_exceptions()
        for inner, index in items:
            place = f"[{index.index}]" if isinstance(index.index, int) else f".{index.index}"
            _explain(inner, path + place, fault, faults)
        for other in others:
            _explain(other, path, fault, faults)
    elif isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            faults.append(fault(f"{path}.{name}" if path else name, f"unknown key `{name}`.", _known(name, error.cl)))
    elif isinstance(error, KeyError):
        key = path.rpartition(".")[2]
        faults.append(fault(path, f"`{key}` is missing.", f"Add `{key}:`."))
    elif isinstance(error, _Wrong):
        faults.append(fault(path, f"{error}.", error.advice))
    else:
        faults.append(fault(path, f"{error}.", "See docs of the format of entries."))


def _known(name: str, cls: type) -> str:
    known: tuple[str, ...] = getattr(cls, "_fields", ())
    near = _near(name, known)
    return f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(known)}."


def _near(name: str, known: Sequence[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(name, known, 1, 0.6)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """A converter that changes nothing: 5 is not "5", a text is no list, "yes" is not true."""
    from cattrs import Converter
    from cattrs.cols import namedtuple_dict_structure_factory

    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def text(value: Any, _: Any) -> str:
        if not isinstance(value, str):
            advice = "Put it in quotes." if isinstance(value, (bool, int, float)) else "Write a text."
            raise _Wrong(f"a text is wanted, not {kind(value)}", advice)
        return value

    def whole(value: Any, _: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _Wrong(f"a whole number is wanted, not {kind(value)}", "Write the number, without quotes.")
        return value

    def truth(value: Any, _: Any) -> bool:
        if not isinstance(value, bool):
            raise _Wrong(f"a truth value is wanted, not {kind(value)}", "Write true or false, without quotes.")
        return value

    def literal(value: Any, wanted: Any) -> Any:
        options = get_args(wanted)
        if not isinstance(value, str) or value not in options:
            near = _near(str(value), options)
            hint = f"Did you mean `{near[0]}`?" if near else "Write one of them."
            raise _Wrong(f"one of {', '.join(options)} is wanted, not {kind(value)}", hint)
        return value

    def items(value: Any, wanted: Any) -> Any:
        if not isinstance(value, list):
            raise _Wrong(f"a list is wanted, not {kind(value)}", "Write the items in [...], or each after a `- `.")
        inner: Any = GenericAlias(list, get_args(wanted)[:1])
        return tuple(converter.structure(value, inner))

    def mapping(value: Any, wanted: Any) -> Any:
        if not isinstance(value, dict):
            raise _Wrong(f"a mapping of keys is wanted, not {kind(value)}", "Write `key: value` below it.")
        inner: Any = GenericAlias(dict, get_args(wanted))
        return converter.structure(value, inner)

    def model(cls: type[tuple[Any, ...]]) -> Any:
        made = namedtuple_dict_structure_factory(cls, converter, "from_converter", True)

        def structure(value: Any, wanted: Any) -> Any:
            if not isinstance(value, dict):
                raise _Wrong(f"a mapping of keys is wanted, not {kind(value)}", "Write its keys, `key: value`.")
            return made(value, wanted)

        return structure

    converter.register_structure_hook(str, text)
    converter.register_structure_hook(int, whole)
    converter.register_structure_hook(bool, truth)
    converter.register_structure_hook_func(lambda wanted: _origin(wanted) is Literal, literal)
    converter.register_structure_hook_func(lambda wanted: _origin(wanted) is tuple, items)
    converter.register_structure_hook_func(lambda wanted: _origin(wanted) is _MAPPING, mapping)
    converter.register_structure_hook_factory(is_model, model)
    return converter


def _origin(wanted: Any) -> Any:
    return get_origin(wanted)


_MAPPING = _origin(Mapping[str, Any])
