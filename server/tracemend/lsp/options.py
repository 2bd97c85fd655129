"""What the client says of itself and what the user has set: checked, with defaults for all that is not as it should."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from tracemend.context import Settings, Shell

RUN_IN_TERMINAL = "tracemend.client.runInTerminal"
SHOW_CARD = "tracemend.client.showCard"
APPLY_FIX = "tracemend.client.applyFix"
COPY = "tracemend.client.copy"
"""Commands that a client may have; only those that it names are used."""

_SHELLS: dict[str, Shell] = {"pwsh": "powershell", "dash": "sh", "ksh": "sh", "ash": "sh"}
for _shell in get_args(Shell):
    _SHELLS[_shell] = _shell


class Options(NamedTuple):
    """`initializationOptions.tracemend`. `trusted` is None where the client does not say."""

    commands: frozenset[str] = frozenset()
    command_links: bool = False
    trusted: bool | None = None
    shell: Shell | None = None
    interpreter: str | None = None
    settings: Settings = Settings()


def shell_named(name: object) -> Shell | None:
    """The shell of a name or of an executable's path; None for one that is not known."""
    if not isinstance(name, str):
        return None
    base = name.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".exe").lstrip("-")
    return _SHELLS.get(base)


def from_initialization(given: Any) -> tuple[Options, list[str]]:
    """The options with what was wrong in them, one sentence each; what is wrong has its default."""
    faults: list[str] = []
    data = given.get("tracemend") if isinstance(given, Mapping) else None
    if data is None:
        return Options(), faults
    if not isinstance(data, Mapping):
        return Options(), ["initializationOptions.tracemend is no object"]
    checked: dict[str, Any] = {}
    commands: Any = data.get("commands")
    if _is_list_of_text(commands):
        checked["commands"] = frozenset(commands)
    elif commands is not None:
        faults.append("commands is no list of names")
    for name, key in (("commandLinks", "command_links"), ("trusted", "trusted")):
        value = data.get(name)
        if isinstance(value, bool):
            checked[key] = value
        elif value is not None:
            faults.append(f"{name} is neither true nor false")
    shell = data.get("shell")
    checked["shell"] = shell_named(shell)
    if shell is not None and checked["shell"] is None:
        faults.append("shell is none that is known")
    interpreter = data.get("interpreter")
    if isinstance(interpreter, str) and interpreter and "\0" not in interpreter:
        checked["interpreter"] = interpreter
    elif interpreter not in (None, ""):
        faults.append("interpreter is no path")
    settings, wrong = read_settings(data.get("settings"))
    return Options(settings=settings, **checked), faults + wrong


def read_settings(given: Any) -> tuple[Settings, list[str]]:
    """Settings, named in camelCase, with what was wrong in them."""
    if given is None:
        return Settings(), []
    if not isinstance(given, Mapping):
        return Settings(), ["settings is no object"]
    known = {_camel(name): name for name in Settings._fields}
    checked: dict[str, Any] = {}
    faults = []
    for name, value in given.items():
        field = known.get(name)
        if field is None or value is None:
            continue  # settings of the client's own, or none
        default = Settings._field_defaults[field]
        if isinstance(default, tuple) and _is_list_of_text(value):
            checked[field] = tuple(value)
        elif type(value) is type(default):
            checked[field] = value
        else:
            faults.append(f"settings.{name} is of the wrong kind")
    return Settings(**checked), faults


def changed(options: Options, given: Any) -> tuple[Options, list[str]]:
    """The options after `workspace/didChangeConfiguration` with these settings (`{"tracemend": {...}}`).

    `interpreter`, `shell` and `trusted` may change too; what is not given stays.
    """
    data = given.get("tracemend") if isinstance(given, Mapping) else None
    if not isinstance(data, Mapping):
        return options, []
    settings, faults = read_settings(data.get("settings", data))
    others, wrong = from_initialization({"tracemend": {key: data[key] for key in _LATER if key in data}})
    later: dict[str, Any] = {"trusted": others.trusted, "shell": others.shell}
    later = {key: value for key, value in later.items() if value is not None}
    if others.interpreter is not None or data.get("interpreter") == "":
        later["interpreter"] = others.interpreter
    return options._replace(settings=settings, **later), faults + wrong


_LATER = ("trusted", "shell", "interpreter")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
