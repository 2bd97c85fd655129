"""Recipes for places where text and bytes meet."""

from __future__ import annotations

import pytest

from .conftest import Makes

_TO_TEXT = 'can only concatenate str (not "bytes") to str'
_WANTED = "a bytes-like object is required, not 'str'"
_HASH = "Strings must be encoded before hashing"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("decode-bytes", _TO_TEXT, "x = «'é' + b64encode(y)»\n", "x = 'é' + b64encode(y).decode()\n", True),
        ("decode-bytes", _TO_TEXT, "x = «a + b»\n", "x = a + b.decode()\n", False),
        ("decode-bytes", _TO_TEXT, "x = «'a' + Rb'b'»\n", "x = 'a' + R'b'\n", True),
        ("decode-bytes", _TO_TEXT, "«x += y.read()»\n", "x += y.read().decode()\n", False),
        ("decode-bytes", _TO_TEXT, "o = check_output(c)\nx = «'a' + o»\n", None, None),
        ("encode-text", "can't concat str to bytes", "x = «b'a' + 'b'»\n", "x = b'a' + b'b'\n", True),
        ("encode-text", "can't concat str to bytes", "x = «b'a' + s»\n", "x = b'a' + s.encode()\n", True),
        ("encode-text", "can't concat str to bytes", "x = «b'a' + 'é'»\n", "x = b'a' + 'é'.encode()\n", True),
        ("encode-text", _HASH, "x = «md5(a + 'b')»\n", "x = md5((a + 'b').encode())\n", True),
        ("encode-text", _HASH, "x = «sha256(f'{a}')».hexdigest()\n", "x = sha256(f'{a}'.encode()).hexdigest()\n", True),
        ("encode-text", _WANTED, "x = «d.split(',')»\n", "x = d.split(b',')\n", True),
        ("encode-text", _WANTED, "x = «d.replace('a', 'b')»\n", "x = d.replace(b'a', b'b')\n", True),
        ("encode-text", _WANTED, "x = «'a' in d»\n", "x = b'a' in d\n", True),
        ("encode-text", _WANTED, "«s.sendall('GET / ' + p)»\n", "s.sendall(('GET / ' + p).encode())\n", True),
        ("encode-text", _WANTED, "o = check_output(c)\nx = «'a' in o»\n", None, None),
        ("encode-text", _WANTED, "«f.write('a')»\n", None, None),
        (
            "text-mode",
            _WANTED,
            "o = check_output(['ls'])  # é\nx = «'a' in o»\n",
            "o = check_output(['ls'], text=True)  # é\nx = 'a' in o\n",
            True,
        ),
        (
            "text-mode",
            _TO_TEXT,
            "r = run(['ls'], capture_output=True)\nx = «'a' + r.stdout»\n",
            "r = run(['ls'], capture_output=True, text=True)\nx = 'a' + r.stdout\n",
            True,
        ),
        ("text-mode", _WANTED, "o = check_output(['ls'], **k)\nx = «'a' in o»\n", None, None),
        ("text-mode", _WANTED, "o = check_output(['ls'])\ny = o.decode()\nx = «'a' in o»\n", None, None),
        ("text-mode", _WANTED, "x = «'a' in o»\n", None, None),
    ],
)
def test_bytes_and_text_meet(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("decode-bytes", _TO_TEXT, "x = «'ä' + b'a'»", "x = 'ä' + 'a'"),
        ("encode-text", _HASH, "x = «md5('a')»", "x = md5(b'a')"),
        ("text-mode", _WANTED, "x = «'a' in check_output('ß')»", "x = 'a' in check_output('ß', text=True)"),
    ],
)
def test_all_other_text_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after)
