"""Short names for what was read: digests that nobody has to be kept from forging.

Not by way of `hashlib`, which loads OpenSSL's interface with it: 0.6 MB of a server that otherwise needs none of it.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b  # what `hashlib.blake2b` is
except ImportError:  # pragma: no cover - an interpreter without it
    from hashlib import blake2b


def digest(data: bytes | str, size: int = 16) -> str:
    """`size` hex digits, the same on every machine. A text's lone surrogates count as what they are."""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=(size + 1) // 2).hexdigest()[:size]
