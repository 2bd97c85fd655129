"""The short forms that an entry may be written in, spelt out as the model has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tracemend.knowledge import model

Report = Callable[[str, str, str], object]
"""Takes a fault: the key's path, the message, the advice."""

ERRNO = {
    "EPERM": 1, "ENOENT": 2, "ESRCH": 3, "EINTR": 4, "EIO": 5, "ENXIO": 6, "E2BIG": 7, "ENOEXEC": 8, "EBADF": 9,
    "ECHILD": 10, "EAGAIN": 11, "EWOULDBLOCK": 11, "ENOMEM": 12, "EACCES": 13, "EFAULT": 14, "ENOTBLK": 15,
    "EBUSY": 16, "EEXIST": 17, "EXDEV": 18, "ENODEV": 19, "ENOTDIR": 20, "EISDIR": 21, "EINVAL": 22, "ENFILE": 23,
    "EMFILE": 24, "ENOTTY": 25, "ETXTBSY": 26, "EFBIG": 27, "ENOSPC": 28, "ESPIPE": 29, "EROFS": 30, "EMLINK": 31,
    "EPIPE": 32, "EDOM": 33, "ERANGE": 34, "EDEADLK": 35, "ENAMETOOLONG": 36, "ENOLCK": 37, "ENOSYS": 38,
    "ENOTEMPTY": 39, "ELOOP": 40,
    "EPROTO": 71, "EOVERFLOW": 75, "EILSEQ": 84, "ENOTSOCK": 88, "EDESTADDRREQ": 89, "EMSGSIZE": 90, "EPROTOTYPE": 91,
    "ENOPROTOOPT": 92, "EPROTONOSUPPORT": 93, "EOPNOTSUPP": 95, "ENOTSUP": 95, "EAFNOSUPPORT": 97, "EADDRINUSE": 98,
    "EADDRNOTAVAIL": 99, "ENETDOWN": 100, "ENETUNREACH": 101, "ENETRESET": 102, "ECONNABORTED": 103,
    "ECONNRESET": 104, "ENOBUFS": 105, "EISCONN": 106, "ENOTCONN": 107, "ESHUTDOWN": 108, "ETIMEDOUT": 110,
    "ECONNREFUSED": 111, "EHOSTDOWN": 112, "EHOSTUNREACH": 113, "EALREADY": 114, "EINPROGRESS": 115, "ESTALE": 116,
    "EDQUOT": 122, "ECANCELED": 125,
}  # fmt: skip
"""Linux's numbers (asm-generic/errno.h): the `errno` module has those of the system it runs on, and an entry must mean
the same everywhere. What Python prints is the number of the system that the program ran on; up to ERANGE (34) they
agree everywhere but for EAGAIN and EDEADLK."""

BSD_ERRNO = {
    "EAGAIN": 35, "EWOULDBLOCK": 35, "EINPROGRESS": 36, "ENOTSOCK": 38, "EOPNOTSUPP": 102, "ENOTSUP": 45,
    "EAFNOSUPPORT": 47, "EADDRINUSE": 48, "EADDRNOTAVAIL": 49, "ENETDOWN": 50, "ENETUNREACH": 51, "ECONNABORTED": 53,
    "ECONNRESET": 54, "ENOTCONN": 57, "ETIMEDOUT": 60, "ECONNREFUSED": 61, "ELOOP": 62, "ENAMETOOLONG": 63,
    "EHOSTUNREACH": 65, "ENOTEMPTY": 66, "EDQUOT": 69, "ESTALE": 70,
}  # fmt: skip
"""macOS's numbers (sys/errno.h) where they differ: a name means these too."""


def one_or_more(cls: type) -> tuple[str, ...]:
    """The keys of a class of the model that take one text or a list. Read from the annotations as they are written
    (`NamedTuple` keeps them as forward references): resolved, `OneOrMore` is the same type as `Words`."""
    written = cls.__annotations__.items()
    return tuple(name for name, reference in written if reference.__forward_arg__ == "OneOrMore")


def normal(data: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """An entry's data with every short form spelt out. What has no form at all is reported and left out; what is of
    the wrong kind elsewhere is left as it is, for the model to refuse."""
    entry = dict(data)
    _each(entry, "match", lambda item, path: signature(item, path, report))
    _each(entry, "causes", lambda item, path: cause(item, path, report))
    _each(entry, "fixes", lambda item, path: fix(item, path, report))
    return entry


def _each(data: dict[str, Any], key: str, change: Callable[[dict[str, Any], str], None]) -> None:
    if isinstance(items := data.get(key), list):
        data[key] = made = []
        for number, item in enumerate(items):
            if isinstance(item, dict):
                item = dict(item)
                change(item, f"{key}[{number}]")
            made.append(item)


def signature(item: dict[str, Any], path: str, report: Report) -> None:
    """An item of `match`."""
    _texts(item, model.Signature)
    for key in ("errno", "winerror", "exit"):
        if key in item and not isinstance(item[key], list):
            item[key] = [item[key]]
    if isinstance(item.get("errno"), list):
        item["errno"] = _numbers(item["errno"], f"{path}.errno", report)
    if isinstance(item.get("diagnostic"), dict):
        item["diagnostic"] = dict(item["diagnostic"])
        _texts(item["diagnostic"], model.DiagnosticKey)
    _spell(item, "code", path, report, clauses)


def cause(item: dict[str, Any], path: str, report: Report) -> None:
    """An item of `causes`."""
    _when(item)
    _spell(item, "evidence", path, report, clauses)


def fix(item: dict[str, Any], path: str, report: Report) -> None:
    """An item of `fixes`."""
    _when(item)
    _spell(item, "evidence", path, report, clauses)
    _spell(item, "edit", path, report, edit)
    _spell(item, "command", path, report, command)


def _texts(item: dict[str, Any], cls: type) -> None:
    for key in one_or_more(cls):
        if isinstance(item.get(key), str):
            item[key] = [item[key]]


def _when(item: dict[str, Any]) -> None:
    if isinstance(item.get("when"), dict):
        item["when"] = dict(item["when"])
        _texts(item["when"], model.When)


def _spell(item: dict[str, Any], key: str, path: str, report: Report, form: Callable[[Any, str, Report], Any]) -> None:
    if key in item and (made := form(item.pop(key), f"{path}.{key}", report)) is not None:
        item[key] = made


def _numbers(items: list[Any], path: str, report: Report) -> list[Any]:
    numbers: list[Any] = []
    for number, item in enumerate(items):
        if not isinstance(item, str):
            numbers.append(item)
        elif item not in ERRNO:
            report(f"{path}[{number}]", f"{item} is no error number's name.", "Write a name as EACCES, or the number.")
        else:
            numbers.append(ERRNO[item])
            if item in BSD_ERRNO:
                numbers.append(BSD_ERRNO[item])
    return list(dict.fromkeys(numbers)) if all(isinstance(one, int) for one in numbers) else numbers


_CLAUSE = "Write a fact's name, a list of them, {not: name}, or {fact: name, of: capture}."


def clauses(value: Any, path: str, report: Report) -> list[dict[str, Any]] | None:
    """`evidence` or `code`: a name, a list, `{not: name}`, `{fact: name, of: capture, ...arguments}`."""
    if not isinstance(value, list):
        made = _clause(value, path, report)
        return [made] if made else None
    found = [_clause(item, f"{path}[{number}]", report) for number, item in enumerate(value)]
    return [one for one in found if one is not None]


def _clause(value: Any, path: str, report: Report) -> dict[str, Any] | None:
    if isinstance(value, str) and value:
        return {"fact": value}
    if not isinstance(value, dict):
        report(path, f"{kind(value)} asks no fact.", _CLAUSE)
        return None
    negated = "not" in value
    name = value.get("not" if negated else "fact")
    if ("not" in value) == ("fact" in value) or not isinstance(name, str) or not name:
        report(path, "one of fact and not has to be there, and be a fact's name.", _CLAUSE)
        return None
    arguments = {key: inner for key, inner in value.items() if key not in ("fact", "not", "of")}
    made: dict[str, Any] = {"fact": name}
    if "of" in value:
        made["of"] = value["of"]
    if arguments:
        made["arguments"] = arguments
    if negated:
        made["negated"] = True
    return made


def edit(value: Any, path: str, report: Report) -> dict[str, Any] | None:
    """`edit`: a recipe's name, or `{recipe: name, ...arguments}`."""
    if isinstance(value, str) and value:
        return {"recipe": value}
    if isinstance(value, dict) and isinstance(value.get("recipe"), str):
        return _recipe(value)
    report(path, f"{kind(value)} names no recipe.", "Write a recipe's name, or {recipe: name, argument: value}.")
    return None


def _recipe(value: Mapping[str, Any]) -> dict[str, Any]:
    arguments = {key: inner for key, inner in value.items() if key != "recipe"}
    return {"recipe": value["recipe"], "arguments": arguments} if arguments else {"recipe": value["recipe"]}


_COMMAND = "Write a list of words, a list of such lists, {posix: ..., windows: ...}, or {recipe: name, ...}."


def command(value: Any, path: str, report: Report) -> dict[str, Any] | None:
    """`command`: words or lists of words for every system, `{posix:, windows:}`, or `{recipe:, ...arguments}`."""
    if isinstance(value, list):
        lines = _lines(value, path, report)
        return {"posix": lines, "windows": lines} if lines else None
    if isinstance(value, dict) and isinstance(value.get("recipe"), str):
        return _recipe(value)
    if not isinstance(value, dict) or not value or not set(value) <= {"posix", "windows"}:
        report(path, f"{kind(value)} makes no command.", _COMMAND)
        return None
    made = {system: _lines(words, f"{path}.{system}", report) for system, words in value.items()}
    return made if all(made.values()) else None


def _lines(value: Any, path: str, report: Report) -> list[list[str]] | None:
    lines = value if isinstance(value, list) and value and isinstance(value[0], list) else [value]
    for line in lines:
        if not isinstance(line, list) or not line:
            report(path, f"{kind(line)} makes no command.", _COMMAND)
            return None
        for word in line:
            if not isinstance(word, str) or not word:
                report(path, f"{kind(word)} is no word of a command.", "Put it in quotes.")
                return None
    return lines


def kind(value: Any) -> str:
    """A value in words, for a fault."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the truth value {'true' if value else 'false'}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        shown = value if len(value) <= 40 else value[:37] + "..."
        return f"the text {shown!r}" if value else "an empty text"
    return "a list" if isinstance(value, list) else "a mapping"
