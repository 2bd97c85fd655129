"""Elements that a saved page has under another name, and heads of tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context, DiskDocuments

from .conftest import Apply

_MESSAGE = "'NoneType' object has no attribute 'text'"
_PAGE = """<html><body><div id="main-list" class="box wide">
<span class="Price">1</span><p class="note">a</p><a href="x" class="more">on</a>
<br><ul class="tags"><li>t</li></ul>
</div></body></html>
"""
_SOUP = "soup = BeautifulSoup(open('page.html'), 'html.parser')\n"
_TABLE = """<table><tr><th>Day</th></tr>
<tr><td class="d">1</td><td>x</td></tr>
<tr><td class="d">2</td></tr>
<tr><td class="d">3</td></tr></table>
"""


@pytest.fixture
def mended(mend: Apply, tmp_path: Path) -> Apply:
    """A recipe's answer for a program that has a page beside it: its text and whether it is sure."""

    def make(recipe: str, page: str, source: str, trusted: bool = True, end: str = "\n") -> object:
        (tmp_path / "page.html").write_text(page, "utf-8")
        context = Context(
            origin="here",
            system="linux",
            folder=str(tmp_path),
            roots=(str(tmp_path),),
            trusted=trusted,
            documents=DiskDocuments(),
        )
        made = mend(recipe, source.replace("\n", end), "AttributeError", _MESSAGE, context=context)
        return made and (made.text.replace(end, "\n"), made.mend.sure)

    return make


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("asked", "after", "sure"),
    [
        ("find('span', class_='price')", "find('span', class_='Price')", True),
        ("find(id='main_list')", "find(id='main-list')", True),
        ('find("div", {"id": "mainlist"})', 'find("div", {"id": "main-list"})', True),
        ("find('div', 'note')", "find('p', 'note')", True),
        ("find('a', attrs={'class': 'moore'})", "find('a', attrs={'class': 'more'})", True),
        ("select_one('span.price')", "select_one('span.Price')", True),
        ("select_one('ol.tags')", "select_one('ul.tags')", True),
        ("find('ul', class_='tag')", "find('ul', class_='tags')", False),
        ("find('div').find('span', class_='price')", "find('div').find('span', class_='Price')", True),
    ],
)
def test_the_name_that_the_page_has(mended: Apply, asked: str, after: str, sure: bool, end: str) -> None:
    before = f"{_SOUP}if 1:\n\tx = «soup.{asked}.text  # é\n"
    assert mended("page-name", _PAGE, before, end=end) == (f"{_SOUP}if 1:\n\tx = soup.{after}.text  # é\n", sure)


@pytest.mark.parametrize(
    "asked",
    [
        "find('span', class_=name)",
        "find('table')",
        "find('h1')",
        "find('em', class_='total')",
        "find('span', string='price')",
        "select_one('div > span.price')",
        "get('span')",
        "find('p', class_='note', id='n')",
    ],
)
def test_what_the_page_does_not_show(mended: Apply, asked: str) -> None:
    assert mended("page-name", _PAGE, f"{_SOUP}x = «soup.{asked}.text\n") is None


def test_pages_that_are_not_here(mended: Apply) -> None:
    source = "x = «soup.find('span', class_='price').text\n"
    assert mended("page-name", _PAGE, "soup = BeautifulSoup(get(url).text)\n" + source) is None
    assert mended("page-name", _PAGE, _SOUP + source, trusted=False) is None
    assert mended("page-name", _PAGE, _SOUP + "other = '<b>a</b>'\n" + source) is None
    assert mended("page-name", "plain", _SOUP + source) is None


_LOOP = "for row in soup.find_all('tr'):  # é\n\tx = «row.find('td', class_='d').text\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_LOOP, _LOOP.replace("('tr')", "('tr')[1:]")),
        ("x = [«r.find('td').text for r in soup('a').select('tr')]\n", None),
        (
            "x = [«r.find('td').text for r in soup.select('tr')]\n",
            "x = [r.find('td').text for r in soup.select('tr')[1:]]\n",
        ),
        (
            "rows = soup.find_all('tr')\nfor row in rows:\n\tcell = row.find('td')\n\tx = «cell.text\n",
            "rows = soup.find_all('tr')[1:]\nfor row in rows:\n\tcell = row.find('td')\n\tx = cell.text\n",
        ),
        ("rows = soup.find_all('tr')\nprint(rows[0])\nfor row in rows:\n\tx = «row.find('td').text\n", None),
        ("for row in soup.find_all('tr'):\n\tx = «row.find('b').text\n", None),
    ],
)
def test_the_head_of_a_table(mended: Apply, before: str, after: str | None) -> None:
    expected = None if after is None else (_SOUP + after.replace("«", ""), True)
    assert mended("skip-heading", _TABLE, _SOUP + before) == expected


@pytest.mark.parametrize(
    ("table", "sure"),
    [
        (_TABLE.replace("<tr><th>Day</th></tr>", "<tr><td>?</td></tr>"), False),  # a record that lacks it
        (_TABLE.replace('<td class="d">2</td>', "<th>sum</th>"), None),
        (_TABLE.replace("<tr><th>Day</th></tr>", ""), None),
    ],
)
def test_rows_that_are_no_head(mended: Apply, table: str, sure: bool | None) -> None:
    made = mended("skip-heading", table, _SOUP + _LOOP)
    assert (made and made[1]) == sure  # type: ignore[index]
