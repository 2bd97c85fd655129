"""Addresses without a scheme, wherever their text stands."""

from __future__ import annotations

import pytest

from .conftest import Apply, Outcome

_ADAPTER = "No connection adapters were found for '127.0.0.1:80/a'"
_URL = "Invalid URL 'a.org/x': No scheme supplied. Perhaps you meant https://a.org/x?"


@pytest.mark.parametrize(
    ("before", "after", "message", "sure"),
    [
        (
            "class A:\n\tdef __init__(self, h):\n\t\tself.b = f'{h}:80'\n\tdef g(self):\n\t\t«get(self.b)»\n"
            "A('127.0.0.1')\n",
            "class A:\n\tdef __init__(self, h):\n\t\tself.b = f'http://{h}:80'\n\tdef g(self):\n\t\tget(self.b)\n"
            "A('127.0.0.1')\n",
            _ADAPTER,
            True,
        ),
        (
            "def g(h):\n    return «get(f'{h}:80/a')»\n",
            "def g(h):\n    return get(f'http://{h}:80/a')\n",
            _ADAPTER,
            False,
        ),
        ("B = 'a.org'  # é\n«get(f'{B}/x')»\n", "B = 'https://a.org'  # é\nget(f'{B}/x')\n", _URL, True),
        (
            "C = {'url': 'a.org'}\n«get(C['url'] + '/x')»\n",
            "C = {'url': 'https://a.org'}\nget(C['url'] + '/x')\n",
            _URL,
            True,
        ),
        (
            "for u in ['a.org/x', 'b.org']:\n    «get(u)»\n",
            "for u in ['https://a.org/x', 'https://b.org']:\n    get(u)\n",
            _URL,
            True,
        ),
        ("«get('{}/x'.format('a.org'))»\n", "get('{}/x'.format('https://a.org'))\n", _URL, True),
        (
            "B = os.environ.get('B', 'a.org')\n«get(B + '/x')»\n",
            "B = os.environ.get('B', 'https://a.org')\nget(B + '/x')\n",
            _URL,
            True,
        ),
        (
            "class A:\n    def g(self, p):\n        «get('a.org' + p)»\n    def h(self):\n        self.g('b.org')\n",
            "class A:\n    def g(self, p):\n        get('https://a.org' + p)\n"
            "    def h(self):\n        self.g('b.org')\n",
            _URL,
            True,
        ),
    ],
)
def test_the_scheme_is_put_where_the_address_is_written(
    outcome: Outcome, before: str, after: str, message: str, sure: bool
) -> None:
    for ending in ("\n", "\r\n"):
        assert outcome("url-scheme", before.replace("\n", ending), exception="ValueError", message=message) == (
            after.replace("\n", ending),
            sure,
        )


@pytest.mark.parametrize(
    "source",
    [
        "«get(f'{h}/x')»\n",
        "B = 'b.org'\n«get(B + '/x')»\n",
        "B = 'https://a.org'\n«get(B + '/x')»\n",
        "B = os.environ['B']\n«get(B + '/x')»\n",
        "«get(u, 'note')»\n",
    ],
)
def test_an_address_of_elsewhere_stays(mend: Apply, source: str) -> None:
    assert mend("url-scheme", source, exception="ValueError", message=_URL) is None
