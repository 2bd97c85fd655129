"""URIs and paths: one key for all spellings of the same document."""

from __future__ import annotations

import os
import re
import sys
from urllib.parse import quote, unquote, urlsplit

from tracemend import lazy

_DRIVE = lazy.regex(r"^/?([A-Za-z])(?::|%3A)(?=/|$)", re.IGNORECASE)


def to_path(uri: str) -> str | None:
    """The absolute, normalised path of a `file:` URI; None for other schemes and for what is no URI."""
    try:
        parts = urlsplit(uri)
        if parts.scheme != "file":
            return None
        # `#` and `?` are escaped in a file's URI, but some clients leave them as they are in the path.
        rest = (
            parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
        )
        path = unquote(rest)
    except ValueError:
        return None
    if "\0" in path or not path.startswith("/"):
        return None
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{unquote(parts.netloc)}{path}"
    elif drive := _DRIVE.match(path):
        path = f"{drive[1].lower()}:{path[drive.end() :]}"
    return os.path.normpath(path)


def from_path(path: str) -> str:
    """The `file:` URI of an absolute path (a drive's letter in small, its colon kept, as most clients write it)."""
    path = path.replace("\\", "/") if sys.platform == "win32" else path
    if drive := _DRIVE.match(path):
        path = f"/{drive[1].lower()}:{path[drive.end() :]}"
    elif path.startswith("//"):
        host, _, rest = path[2:].partition("/")
        return f"file://{quote(host)}/{quote(rest)}"
    return f"file://{quote(path, safe='/:@~', errors='surrogatepass')}"


def path_key(path: str) -> str:
    """What paths of the same file have in common, as far as their spelling shows it."""
    path = os.path.normcase(os.path.normpath(path))
    return f"{path[0].lower()}{path[1:]}" if path[1:2] == ":" else path


def uri_key(uri: str) -> str:
    """What URIs of the same document have in common."""
    path = to_path(uri)
    return unquote(uri) if path is None else path_key(path)


def inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder or below, by their spelling."""
    key, top = path_key(path), path_key(folder)
    return key == top or key.startswith(top if top.endswith(os.sep) else top + os.sep)
