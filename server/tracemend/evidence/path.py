"""Facts about the file that an error names: is it there, whose is it, who may write it, who holds it."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from itertools import islice

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short, watched
from tracemend.evidence.similar import closest, is_as_near

_OF = ("path", "path2")
_NAMES = 5_000
"""How many names of one folder are read."""


def target(inquiry: Inquiry) -> str | None:
    """The absolute path that the inquiry is about; None where it cannot be known or must not be looked at.

    A relative path is taken from the folder that the command ran in. Network shares are not looked at.
    """
    value = inquiry.value
    if not value or "\0" in value or len(value) > 4096 or value.startswith(("\\\\", "//")):
        return None
    if os.path.isabs(value):
        return os.path.normpath(value)
    if inquiry.context.folder is None:
        return None
    return os.path.normpath(os.path.join(inquiry.context.folder, value))


def status(path: str) -> os.stat_result | None:
    """`os.stat`; None where nothing is there. Raises PermissionError where a folder on the way keeps us
    out."""
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


@lru_cache(maxsize=64)
def user_name(uid: int) -> str:
    """The name of a user of this machine, else "uid N"."""
    try:
        import pwd

        return pwd.getpwuid(uid).pw_name
    except (ImportError, KeyError):
        return f"uid {uid}"


def mode_text(status: os.stat_result) -> str:
    """The permission bits as `chmod` takes them: "644"."""
    return f"{stat.S_IMODE(status.st_mode):03o}"


def may(path: str, how: int) -> bool:
    """Whether this process may read, write or search (os.R_OK, os.W_OK, os.X_OK), as the system itself
    says."""
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def exists(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    if path is None:
        return UNKNOWN
    there = status(path) is not None
    return Finding(there, f"{short(path)} {'exists' if there else 'does not exist'}.")


def missing(inquiry: Inquiry) -> Finding:
    found = exists(inquiry)
    return UNKNOWN if found.holds is None else Finding(not found.holds, found.seen)


def is_folder(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    found = status(path) if path else None
    if path is None or found is None:
        return UNKNOWN if path is None else Finding(False, f"{short(path)} does not exist.")
    folder = stat.S_ISDIR(found.st_mode)
    return Finding(folder, f"{short(path)} is {'a folder' if folder else 'no folder'}.")


def owner_finding(name: str, found: os.stat_result) -> tuple[bool, str]:
    """Whether what was found belongs to this user, and the sentence that says so."""
    uid = os.geteuid()
    if found.st_uid == uid:
        return True, f"{short(name)} belongs to you ({user_name(uid)}), mode {mode_text(found)}."
    you = f"{user_name(uid)} (uid {uid})" if user_name(uid) != f"uid {uid}" else f"uid {uid}"
    other = user_name(found.st_uid)
    return False, f"{short(name)} belongs to {other}, mode {mode_text(found)}; you are {you}."


def owned_by_me(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    if path is None or not hasattr(os, "geteuid"):
        return UNKNOWN
    found = status(path)
    if found is None:
        return Finding(False, f"{short(path)} does not exist.")
    mine, seen = owner_finding(inquiry.value or path, found)
    return Finding(mine, seen)


def owned_by_other(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    if path is None or not hasattr(os, "geteuid"):
        return UNKNOWN
    found = status(path)
    if found is None:
        return Finding(False, f"{short(path)} does not exist.")
    mine, seen = owner_finding(inquiry.value or path, found)
    return Finding(not mine, seen)


def access_finding(inquiry: Inquiry, path: str | None, how: int, word: str, wanted: bool) -> Finding:
    """Whether this user may (or, `wanted` false, may not) do to `path` what `word` says."""
    found = status(path) if path else None
    if path is None or found is None:
        return UNKNOWN
    allowed = may(path, how)
    seen = f"You may {'' if allowed else 'not '}{word} {short(path)} (mode {mode_text(found)})."
    return Finding(allowed is wanted, seen)


def writable(inquiry: Inquiry) -> Finding:
    return access_finding(inquiry, target(inquiry), os.W_OK, "write", True)


def not_writable(inquiry: Inquiry) -> Finding:
    return access_finding(inquiry, target(inquiry), os.W_OK, "write", False)


def readable(inquiry: Inquiry) -> Finding:
    return access_finding(inquiry, target(inquiry), os.R_OK, "read", True)


def not_readable(inquiry: Inquiry) -> Finding:
    return access_finding(inquiry, target(inquiry), os.R_OK, "read", False)


def read_only(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    found = status(path) if path else None
    if path is None or found is None:
        return UNKNOWN
    # Windows shows the read-only attribute as missing write bits, so one rule holds for all systems.
    marked = not found.st_mode & 0o222
    is_marked = f"is {'' if marked else 'not '}marked read-only"
    return Finding(marked, f"{short(path)} {is_marked} (mode {mode_text(found)}).")


def on_read_only_filesystem(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    if path is None or not hasattr(os, "statvfs"):
        return UNKNOWN
    folder = nearest_folder(path)
    read_only = bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    how = "read-only" if read_only else "writable"
    return Finding(read_only, f"The file system of {short(folder)} is mounted {how}.")


def nearest_folder(path: str) -> str:
    """The innermost existing folder that `path` is, or would be, in."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder


def names_in(folder: str) -> list[str]:
    """The names in a folder, at most a few thousand; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in watched(islice(entries, _NAMES))]
    except OSError:
        return []


def _with_ending(name: str, names: list[str]) -> str | None:
    """The only name of a folder that is this one with an ending."""
    found = [one for one in names if os.path.splitext(one)[0] == name and not os.path.splitext(name)[1]]
    return found[0] if len(found) == 1 else None


def _in_other_case(path: str, folder: str) -> str | None:
    """The file below a folder whose path differs from this one in capitals alone."""
    at = folder
    for part in os.path.relpath(path, folder).split(os.sep):
        found = [one for one in names_in(at) if one.lower() == part.lower()]
        if len(found) != 1:
            return None
        at = os.path.join(at, found[0])
    return os.path.relpath(at, folder) if os.path.exists(at) else None


def like_name(inquiry: Inquiry) -> Finding:
    path = target(inquiry)
    if path is None or not inquiry.value:
        return UNKNOWN
    folder, name = os.path.split(path)
    if any(letter in inquiry.value for letter in "*?"):
        return UNKNOWN  # a pattern, no name
    if os.path.exists(path) or not name:
        return Finding(False, f"{short(path)} exists.")
    if not os.path.isdir(folder):
        root = inquiry.context.folder
        plain = root is not None and not os.path.isabs(inquiry.value) and ".." not in inquiry.value
        other = _in_other_case(path, root) if root is not None and plain else None
        if other is not None:
            other = other.replace(os.sep, "/") if "/" in inquiry.value else other
            return Finding(True, f"There is {short(other)}, not {short(inquiry.value)}.", {"similar": other})
        return Finding(False, f"The folder {short(folder)} does not exist.")
    similar = closest(name, names_in(folder)) or _with_ending(name, names_in(folder))
    if similar is None:
        return Finding(False, f"No name in {short(folder)} is like {short(name)}.")
    rival = next((one for one in names_in(folder) if is_as_near(name, similar, one) and closest(name, [one])), None)
    if rival is not None:
        return Finding(
            False, f"{short(folder)} has {short(similar)} and {short(rival)}, which are as like {short(name)}."
        )
    value = inquiry.value
    printed = value[: len(value) - len(name)] if value.endswith(name) else folder + os.sep
    seen = f"{short(folder)} has {short(similar)}, not {short(name)}."
    return Finding(True, seen, {"similar": printed + similar})


def relative_elsewhere(inquiry: Inquiry) -> Finding:
    value, context = inquiry.value, inquiry.context
    if not value or "\0" in value or os.path.isabs(value) or context.folder is None:
        return UNKNOWN
    own = os.path.dirname(inquiry.place.file) if inquiry.place and inquiry.place.file else None
    moves = inquiry.place is not None and inquiry.place.source is not None and "chdir(" in inquiry.place.source.text
    if own is not None and moves and os.path.exists(os.path.join(own, value)):
        seen = f"{short(value)} is in {short(own)}; the program changes its folder."
        return Finding(True, seen, {"beside": os.path.normpath(os.path.join(own, value))})
    if os.path.exists(os.path.join(context.folder, value)):
        return Finding(False, f"{short(value)} exists in {short(context.folder)}.")
    for folder in (own, *context.roots):
        if folder is None or os.path.realpath(folder) == os.path.realpath(context.folder):
            continue
        beside = os.path.normpath(os.path.join(folder, value))
        if os.path.exists(beside):
            seen = f"{short(value)} is in {short(folder)}; the program ran in {short(context.folder)}."
            return Finding(True, seen, {"beside": beside})
    if own is None:
        return UNKNOWN
    if os.path.realpath(own) == os.path.realpath(context.folder):
        return Finding(False, f"{short(value)} is not in {short(own)}, where the program lies and ran.")
    return Finding(False, f"{short(value)} is neither in {short(context.folder)} nor in {short(own)}.")


_SETTINGS = lazy.regex(r"""\.read\(\s*(?:"([^"\\\n]{1,200})"|'([^'\\\n]{1,200})')""")


def settings_elsewhere(inquiry: Inquiry) -> Finding:
    """Of a parser of settings that has no section: does the one file that it reads lie beside the program alone?"""
    place = inquiry.place
    text = place.source.text[:200_000] if place is not None and place.source is not None else ""
    if text and "configparser" not in text.lower():
        return Finding(False, "The file reads no settings by configparser.")
    names = {match[1] or match[2] for match in _SETTINGS.finditer(text)}
    if len(names) != 1:
        return UNKNOWN
    name = names.pop()
    found = relative_elsewhere(inquiry._replace(value=name))
    return Finding(found.holds, found.seen, {**found.values, "path": name}) if found.holds else found


def held_open(inquiry: Inquiry) -> Finding:
    from tracemend.evidence.holders import holders

    path = target(inquiry)
    if path is None or not os.path.exists(path):
        return UNKNOWN
    found = holders(path)
    if found is None:
        return UNKNOWN
    if not found.names:
        if not found.complete:
            return Finding(None, f"None of your own programs has {short(path)} open; others cannot be seen.")
        return Finding(False, f"No program has {short(path)} open.")
    holder = ", ".join(found.names[:3])
    verb = "holds" if len(found.names) == 1 else "hold"
    return Finding(True, f"{short(holder)} {verb} it.", {"holder": holder})


_UNIX_ONLY = ("windows",)

FACTS = (
    Fact("path-exists", "Is the file or folder there?", exists, _OF),
    Fact("path-missing", "Is the file or folder not there?", missing, _OF),
    Fact("path-is-folder", "Is it a folder?", is_folder, _OF),
    Fact("path-owned-by-me", "Does it belong to this user?", owned_by_me, _OF, unproven=_UNIX_ONLY),
    Fact("path-owned-by-other", "Does it belong to another user?", owned_by_other, _OF, unproven=_UNIX_ONLY),
    Fact("path-writable", "May this user write it?", writable, _OF),
    Fact("path-not-writable", "Is it there, and may this user not write it?", not_writable, _OF),
    Fact("path-readable", "May this user read it?", readable, _OF),
    Fact("path-not-readable", "Is it there, and may this user not read it?", not_readable, _OF),
    Fact("path-read-only", "Is it marked read-only?", read_only, _OF, unproven=("windows",)),
    Fact(
        "path-on-read-only-filesystem",
        "Is its file system mounted read-only?",
        on_read_only_filesystem,
        _OF,
        unproven=_UNIX_ONLY,
    ),
    Fact("path-like-name", "Is there a file of a similar name in its folder?", like_name, _OF, gives=("similar",)),
    Fact(
        "path-relative-elsewhere",
        "Is the file beside the program rather than in the folder the program ran in?",
        relative_elsewhere,
        _OF,
        gives=("beside",),
    ),
    Fact(
        "settings-elsewhere",
        "Does the settings file that is read lie beside the program, which ran elsewhere?",
        settings_elsewhere,
        ("section", "key"),
        gives=("beside", "path"),
    ),
    Fact(
        "path-held-open",
        "Does another program have it open?",
        held_open,
        _OF,
        gives=("holder",),
        unproven=("windows", "macos"),
    ),
)
