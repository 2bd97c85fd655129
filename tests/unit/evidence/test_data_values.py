"""Keys of dictionaries that come from data: what the similar one is, and where none may be named."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest
from tracemend.evidence.similar import is_other_form

from .conftest import look

ROWS = '[{"name": "a", "sow_from": 3}, {"name": "b", "sow_from": 4}]'
FILES = {
    "seeds.json": ROWS,
    "seeds.yaml": "- {name: a, sow_from: 3}\n- {name: b, sow_from: 4}\n",
    "seeds.csv": "\ufeffname,sow_from\na,3\nb,4\n",
    "seeds.toml": "[[seeds]]\nname = 'a'\nsow_from = 3\n",
    "broken.json": "[{",
    "some.json": '[{"name": "a", "note": 1, "notes": 2}, {"name": "b", "note": 1}]',
    "names.json": '{"a": {"sow_from": 3}, "b": {"sow_from": 4}}',
}


def _ask(folder: Path, source: str, key: str) -> tuple[bool | None, object, object]:
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    source = dedent(source).lstrip("\n")
    line = source[: source.index(">>>")].count("\n") + 1
    path = folder / "app.py"
    path.write_text(source.replace(">>>", ""), "utf-8")
    found = look("similar-key", repr(key), folder=folder, source=path, line=line, captures={"key": repr(key)})
    return found.holds, found.values.get("similar"), found.values.get("known")


_LOADED = "import json\nwith open('seeds.json') as f:\n    seeds = json.load(f)\n"


@pytest.mark.parametrize(
    "source",
    [
        _LOADED + "for s in seeds:\n    >>>print(s['sow-from'])",
        _LOADED + ">>>print([s['sow-from'] for s in seeds])",
        _LOADED + ">>>seeds.sort(key=lambda s: s['sow-from'])",
        _LOADED + ">>>print(max(seeds, key=lambda s: s['sow-from']))",
        _LOADED + ">>>print(seeds[0]['sow-from'])",
        _LOADED + "for n, s in enumerate(sorted(seeds)):\n    >>>print(n, s['sow-from'])",
        _LOADED + "from operator import itemgetter\n>>>print(sorted(seeds, key=itemgetter('sow-from')))",
        _LOADED + "def when(s):\n    >>>return s['sow-from']\nprint(sorted(seeds, key=when))",
        _LOADED + "def when(s):\n    >>>return s['sow-from']\nfor s in seeds:\n    when(s)",
        _LOADED + "few = [s for s in seeds if s['name']]\n>>>print(few[-1]['sow-from'])",
        _LOADED + "for s in seeds:\n    >>>print(s.pop('sow-from'))",
        "import json\nfrom pathlib import Path\n"
        "seeds = json.loads(Path('seeds.json').read_text())\n>>>seeds[0]['sow-from']",
        "import yaml\ndef load(path):\n    with open(path) as f:\n        return yaml.safe_load(f)\n"
        "for s in load('seeds.yaml'):\n    >>>print(s['sow-from'])",
        "import csv\ndef rows():\n    with open('seeds.csv', encoding='utf-8-sig') as f:\n        yield from ()\n"
        "        for row in csv.DictReader(f):\n            yield row\nfor s in rows():\n    >>>print(s['sow-from'])",
        "import csv\nwith open('seeds.csv') as f:\n    for s in csv.DictReader(f):\n        >>>print(s['sow-from'])",
        f"import json\nfor s in json.loads('{ROWS}'):\n    >>>print(s['sow-from'])",
        "import json\nfor name, s in json.load(open('names.json')).items():\n    >>>print(s['sow-from'])",
        "import json\nfor s in json.load(open('names.json')).values():\n    >>>print(s['sow-from'])",
        "class Garden:\n    def __init__(self):\n        self.seeds = [{'sow_from': 3}]\n"
        "    def go(self):\n        for s in self.seeds:\n            >>>print(s['sow-from'])",
        "seeds = [{'sow_from': int('3')}, {'sow_from': 4}]\nfor s in seeds:\n    >>>print(s['sow-from'])",
        "a, b = {'sow_from': 3}, 4\nfor n, s in [(1, a)]:\n    >>>print(s['sow-from'])",
    ],
)
def test_the_key_of_the_data(tmp_path: Path, source: str) -> None:
    if "yield from" in source:
        source = source.replace("        yield from ()\n", "")
    assert _ask(tmp_path, source, "sow-from") == (True, "sow_from", "all")


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with Python 3.11")
def test_a_toml_file(tmp_path: Path) -> None:
    source = "import tomllib\nwith open('seeds.toml', 'rb') as f:\n    data = tomllib.load(f)\n"
    source += ">>>print(data['seeds'][0]['sowFrom'])"
    assert _ask(tmp_path, source, "sowFrom") == (True, "sow_from", "all")


@pytest.mark.parametrize(
    ("source", "key", "found"),
    [
        # a plural or a slip that the program does not ask for elsewhere
        ("d = {'port': 1}\n>>>print(d['ports'])", "ports", (True, "port", "all")),
        ("d = {'port': 1}\nprint(d['port'])\n>>>print(d['ports'])", "ports", (True, "port", "some")),
        ("d = {'min_value': 1}\nprint(d['min_value'])\n>>>d['max_value']", "max_value", (True, "min_value", "rivals")),
        ("d = {'rate1': 1, 'rate2': 2}\n>>>d['rate3']", "rate3", (True, "rate1", "rivals")),
        ("d = {'a-b': 1, 'a_b': 2}\n>>>d['aB']", "aB", (True, "a-b", "rivals")),
        ("d = {'port': 1}\n>>>d['zebra']", "zebra", (False, None, None)),
        # some of the data has it, or the program puts it in
        ("import json\nfor s in json.load(open('some.json')):\n    >>>s['notes']", "notes", (None, None, None)),
        ("d = {'port': 1}\nif d['port'] > 1:\n    d['ports'] = 1\n>>>d['ports']", "ports", (None, None, None)),
        ("d = {'port': 1}\nif d['port'] > 1:\n    d.update(ports=1)\n>>>d['ports']", "ports", (None, None, None)),
        ("d = {'port': 1}\nd.setdefault('ports' if d else '', 1)\n>>>d['zebra']", "zebra", (False, None, None)),
        # what is not seen
        ("import json\nfor s in json.load(open('broken.json')):\n    >>>s['sow-from']", "sow-from", (None, None, None)),
        ("import json\nfor s in json.load(open('none.json')):\n    >>>s['sow-from']", "sow-from", (None, None, None)),
        ("import sys, json\nfor s in json.load(sys.stdin):\n    >>>s['sow-from']", "sow-from", (None, None, None)),
        ("def f(s):\n    >>>return s['sow-from']", "sow-from", (None, None, None)),
        (
            "import csv\nfor s in csv.DictReader(open('seeds.csv'), fieldnames=['sow_from']):\n    >>>s['x-y']",
            "x-y",
            (None, None, None),
        ),
    ],
)
def test_where_it_may_be_another(tmp_path: Path, source: str, key: str, found: tuple[object, ...]) -> None:
    assert _ask(tmp_path, source, key) == found


def test_files_elsewhere_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    source = "import json\nfor s in json.load(open('../seeds.json')):\n    >>>print(s['sow-from'])"
    assert _ask(tmp_path / "sub", source.replace("../", "nothing/"), "sow-from")[0] is None


def test_other_forms() -> None:
    assert is_other_form("sow-from", "sow_from")
    assert is_other_form("sowFrom", "sow from")
    assert not is_other_form("sow", "sow")
    assert not is_other_form("_", "-")
    assert not is_other_form("sow", "sown")
