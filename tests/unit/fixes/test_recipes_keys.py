"""Keys in the form that the dictionary has, and templates that agree with what they are given."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_OBJECT = "<__main__.User object at 0x7f00>"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        ("'(0, 0)'", "d = {(0, 0): 1}\nd[«'(0, 0)'»]  # é\n", "d = {(0, 0): 1}\nd[(0, 0)]  # é\n"),
        ("'(0, 0)'", "d = {}\nd[0, 0] = 1\n«d['(0, 0)']»\n", "d = {}\nd[0, 0] = 1\nd[(0, 0)]\n"),
        ("'1'", "d = {1: 2}\n«del d['1']»\n", "d = {1: 2}\ndel d[1]\n"),
        ("'1'", "d = {1: 2}\n«d['1'] += 2»\n", "d = {1: 2}\nd[1] += 2\n"),
        ("'1'", "d = {1: 2}\n«d.pop('1')»\n", "d = {1: 2}\nd.pop(1)\n"),
        ("404", "d = {'404': 'x'}\n«d[404]»\n", "d = {'404': 'x'}\nd['404']\n"),
        ("1", "d = json.loads('{\"1\": 2}')\n«d[1]»\n", 'd = json.loads(\'{"1": 2}\')\nd["1"]\n'),
        ("'2'", "d = {1: 1, 2: 2}\n«d[a + b]»\n", "d = {1: 1, 2: 2}\nd[int(a + b)]\n"),
        ("2", "d = {'1': 1, '2': 2}\n«d[n]»\n", "d = {'1': 1, '2': 2}\nd[str(n)]\n"),
        ("b'a'", "d = {'a': 1}\n«d[raw]»\n", "d = {'a': 1}\nd[raw.decode()]\n"),
        ("'a\\n'", "d = {'a': 1}\n«d[line]»\n", "d = {'a': 1}\nd[line.strip()]\n"),
        ("'A'", "d = {'a': 1}\n«d[x or y]»\n", "d = {'a': 1}\nd[(x or y).lower()]\n"),
        (" 'A '".strip(), "d = {'a': 1}\n«d[x]»\n", "d = {'a': 1}\nd[x.strip().lower()]\n"),
        (_OBJECT, "d = {u.id: u}\n«d[u]»\n", "d = {u.id: u}\nd[u.id]\n"),
        (_OBJECT, "d = {u.id: u for u in us}\n«d[us[0]].x»\n", "d = {u.id: u for u in us}\nd[us[0].id].x\n"),
        # refused: the key would not be there either, keys of two types, nothing seen, the key itself
        ("'3'", "d = {1: 1, 2: 2}\n«d[n]»\n", None),
        ("'2'", "d = {1: 1, '2': 2}\n«d[n]»\n", None),
        ("'2'", "d = load()\n«d[n]»\n", None),
        ("'A'", "d = {'a': 1, 'B': 2}\n«d[n]»\n", None),
        ("'2'", "d = {1: 1, 2: 2}\n«d[n] = d[m]»\n", None),
        ("'2'", "d = {2: 2}\n«d[d[n]]\n", None),
        (_OBJECT, "d = {u.id: u}\n«d[u.id]»\n", None),
        (_OBJECT, "d = {u.id: u, v: v}\n«d[u]»\n", None),
        ("'1'", "d = {1: 2}\n«d[1]»\n", None),
    ],
)
def test_a_key_gets_the_form_that_the_keys_have(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("key-form", "KeyError", message, before, after)


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        ("'nmae'", "«'{nmae!r:>5}'.format(name=1)»\n", "'{name!r:>5}'.format(name=1)\n"),
        (
            "'nmae'",
            "t = '{nmae} {nmae.x} {a}'\n«t.format(a=1, name=2)»\n",
            "t = '{name} {name.x} {a}'\nt.format(a=1, name=2)\n",
        ),
        ("'usr'", "r = {'user': 1}\n«'{usr}'.format(**r)»\n", "r = {'user': 1}\n'{user}'.format(**r)\n"),
        ("'usr'", "r = {'user': 1}\n«'{usr}'.format_map(r)»\n", "r = {'user': 1}\n'{user}'.format_map(r)\n"),
        (
            "'usr'",
            "«Template('$usr ${usr} $$usr').substitute(user=1)»\n",
            "Template('$user ${user} $$usr').substitute(user=1)\n",
        ),
        (
            "' color'",
            '«"""é { color: red }\n{n:>3}"""».format(n=1)\n',
            '"""é {{ color: red }}\n{n:>3}""".format(n=1)\n',
        ),
        ("'\"a\"'", "«'{\"a\": {}}'.format(1)»\n", "'{{\"a\": {}}}'.format(1)\n"),
        # refused: two that may be meant, values from elsewhere, a template used twice, nothing given, `{}` not a field
        ("'x'", "«'{x}'.format(y=1, z=2)»\n", None),
        ("'nmae'", "«'{nmae}'.format(**load())»\n", None),
        ("'nmae'", "t = '{nmae}'\nt.format(nmae=1)\n«t.format(name=1)»\n", None),
        ("' a'", "«'{ a }'.format()»\n", None),
        ("' a'", "«'{ a } {}'.format(x=1)»\n", None),
    ],
)
def test_template_and_values_agree(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("format-field", "KeyError", message, before, after)
