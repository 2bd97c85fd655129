"""The encoding of a file whose bytes were looked at: sure where its words are of one code page alone."""

from __future__ import annotations

import pytest

from .conftest import Apply

_MESSAGE = "'utf-8' codec can't decode byte 0xfc in position 1: invalid start byte"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("open(p, encoding='utf-8')", "open(p, encoding='cp1252')"),
        ("open(p)  # é", 'open(p, encoding="cp1252")  # é'),
        ("p.read_text('utf-8')", "p.read_text('cp1252')"),
        ("pd.read_csv(p,\n\tsep=';')", "pd.read_csv(p,\n\tsep=';', encoding=\"cp1252\")"),
        ("raw.decode()", 'raw.decode("cp1252")'),
    ],
)
def test_what_is_certain_is_sure(mend: Apply, before: str, after: str, certain: bool, end: str) -> None:
    values = {"certain": "yes"} if certain else {}
    source = f"if 1:\n\tx = «{before}\n\ty = 'ü'\n".replace("\n", end)
    made = mend("encoding", source, "UnicodeDecodeError", _MESSAGE, values=values, to="cp1252", checked=True)
    assert made is not None
    assert made.text == f"if 1:\n\tx = {after}\n\ty = 'ü'\n".replace("\n", end)
    assert made.mend.sure == certain
