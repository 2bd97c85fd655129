"""Recipes for tables of pandas: columns, rows, and values of another type."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context
from tracemend.evidence import registry as facts
from tracemend.evidence.fact import Inquiry
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place, statement_at
from tracemend.source.text import SourceText

from .conftest import Apply, Makes

_NOT_FOUND = "\"['n'] not found in axis\""
_CHAINED = "pandas.errors.ChainedAssignmentError"
_DATES = "Can only use .dt accessor with datetimelike values"
_TEXTS = "Can only use .str accessor with string values, not {}"
_NAN = "Cannot convert non-finite values (NA or inf) to integer. Replace or remove non-finite values"
_MASK = "Cannot mask with non-boolean array containing NA / NaN values"
_SCALARS = "If using all scalar values, you must pass an index"
_NO_TABLE = "DataFrame constructor not properly called!"
_METHOD = "NDFrame.fillna() got an unexpected keyword argument 'method'"
_KEYS = "You are trying to merge on int64 and str columns for key 'id'. If you wish to proceed you should use pd.concat"
_MEAN = "dtype 'str' does not support operation 'mean'"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("table-columns", "('a', 'b')", "x = «df['a', 'b']»  # é\n", "x = df[['a', 'b']]  # é\n", True),
        ("table-columns", "('a', 'b')", "x = «df[('a', 'b')]»\r\n", "x = df[['a', 'b']]\r\n", True),
        ("table-columns", "('a', 'b')", "x = «df.loc['a', 'b']»\n", None, None),
        ("table-columns", "('a', 1)", "x = «df['a', 1]»\n", None, None),
        ("table-loc", "", "x = «df.ix['é', 'b']»\n", "x = df.loc['é', 'b']\n", True),
        ("table-loc", "", "x = «df.ix[0, 1]»\n", "x = df.iloc[0, 1]\n", True),
        ("table-loc", "", "x = «df.ix[:, 'b']»\n", "x = df.loc[:, 'b']\n", True),
        ("table-loc", "", "x = «df.ix[0, 'b']»\n", "x = df.loc[0, 'b']\n", True),
        ("table-loc", "", "df = df.set_index('n')\nx = «df.ix[0, 'b']»\n",
         "df = df.set_index('n')\nx = df.loc[0, 'b']\n", False),
        ("table-loc", "", "x = «df.ix[0]»\n", "x = df.iloc[0]\n", False),
        ("table-loc", "", "x = «df.ix[n]»\n", None, None),
        ("table-drop", _NOT_FOUND, "df = «df.drop('n')»  # é\n", "df = df.drop(columns='n')  # é\n", False),
        ("table-drop", _NOT_FOUND, "df = pd.read_csv(p)\ndf = «df.drop(['n'], axis=0, inplace=True)»\n",
         "df = pd.read_csv(p)\ndf = df.drop(columns=['n'], inplace=True)\n", True),
        ("table-drop", _NOT_FOUND, "df = pd.DataFrame({'a': [1]})\n«df.drop('n')»\n", None, None),
        ("table-drop", _NOT_FOUND, "df = pd.DataFrame({'n': [1]})\n«df.drop('n')»\n",
         "df = pd.DataFrame({'n': [1]})\ndf.drop(columns='n')\n", True),
        ("table-drop", _NOT_FOUND, "s = pd.Series(x)\n«s.drop('n')»\n", None, None),
        ("table-drop", _NOT_FOUND, "«df.drop(('n'))»\n", None, None),
        ("table-columns", "('a', 'b')", "d = {('a', 'c'): 1}\n«d['a', 'b']»\n", None, None),
        ("table-columns", "('a', 'b')", "df.columns = pd.MultiIndex.from_tuples(c)\n«df['a', 'b']»\n",
         "df.columns = pd.MultiIndex.from_tuples(c)\ndf[['a', 'b']]\n", False),
        ("table-loc", "", "«df.ix[-1, 'b']»\n", None, None),
        ("table-loc", "", "«df.ix[df.a > 1, 0]»\n", None, None),
        ("csv-separator", "", "df = «pd.read_csv(p, ',')»\n", None, None),
        ("table-accessor", _DATES, "import pandas as pd\nx = «(a - b).dt».days\n", None, None),
        ("table-accessor", _TEXTS.format("integer"), "«(s + 1).str».len()\n", "(s + 1).astype(str).str.len()\n", True),
        ("table-numeric", _MEAN, "df = pd.read_csv(p)\nx = «df[['a', 'b']].mean()»\n",
         "df = pd.read_csv(p)\nx = df[['a', 'b']].mean(numeric_only=True)\n", False),
        ("table-missing", _MASK, "x = df[«s.str.startswith('a', None)»]\n", None, None),
        ("table-missing", _MASK, "x = df[~«s.str.startswith('a')»]\n",
         "x = df[~s.str.startswith('a', na=False)]\n", False),
        ("table-rows", _NO_TABLE, "x = «pd.DataFrame('{a} text')»\n", None, None),
        ("table-fill", _METHOD, "x = «df.fillna(value=None, method='ffill')»\n", None, None),
        ("table-key", _KEYS, "b = pd.DataFrame({'id': ['1']})\nx = «a.merge(b, on='id')»\ny = b['id'].str.len()\n",
         "b = pd.DataFrame({'id': ['1']})\nb['id'] = b['id'].astype(int)\nx = a.merge(b, on='id')\n"
         "y = b['id'].str.len()\n", False),
        ("table-drop", _NOT_FOUND, "df.index = names\ndf = «df.drop('n')»\n",
         "df.index = names\ndf = df.drop(columns='n')\n", False),
        ("table-drop", _NOT_FOUND, "df = «df.drop('n', axis=1)»\n", None, None),
        ("table-drop", _NOT_FOUND, "df = «df.drop(3)»\n", None, None),
        ("table-accessor", _DATES, "import pandas as pd\nx = «df['d'].dt».year\ny = df['d'].dt.day\n",
         "import pandas as pd\nx = pd.to_datetime(df['d']).dt.year\ny = pd.to_datetime(df['d']).dt.day\n", True),
        ("table-accessor", _DATES, "x = «df['d'].dt».year\n", None, None),
        ("table-accessor", _TEXTS.format("integer"), "x = «s.str».len()\n", "x = s.astype(str).str.len()\n", True),
        ("table-accessor", _TEXTS.format("floating"), "x = «s.str».len()\n", "x = s.astype(str).str.len()\n", False),
        ("table-numeric", _MEAN, "df = pd.DataFrame(d)\nx = «df.groupby('a').mean()»\n",
         "df = pd.DataFrame(d)\nx = df.groupby('a').mean(numeric_only=True)\n", True),
        ("table-numeric", _MEAN, "df = pd.read_csv(p)\nx = «df.corr('spearman')»\n",
         "df = pd.read_csv(p)\nx = df.corr('spearman', numeric_only=True)\n", True),
        ("table-numeric", _MEAN, "df = pd.DataFrame({'a': ['1', '2']})\nx = «df.mean()»\n", None, None),
        ("table-numeric", _MEAN, "df = pd.read_csv(p)\nx = «df.groupby('a')['b'].mean()»\n", None, None),
        ("table-numeric", _MEAN, "df = pd.read_csv(p)\nx = «df['a'].mean()»\n", None, None),
        ("table-numeric", _MEAN, "x = «df.mean()»\n", None, None),
        ("table-missing", _NAN, "x = «s.astype(int)»\n", 'x = s.astype("Int64")\n', False),
        ("table-missing", _NAN, "x = «s.astype('int64')»\n", 'x = s.astype("Int64")\n', False),
        ("table-missing", _NAN, "x = «s.astype(kind)»\n", None, None),
        ("table-missing", _MASK, "x = «df[df['n'].str.contains('a')]»\n",
         "x = df[df['n'].str.contains('a', na=False)]\n", True),
        ("table-missing", _MASK, "m = df['n'].str.startswith('a')\nx = «df[m]»\n",
         "m = df['n'].str.startswith('a', na=False)\nx = df[m]\n", True),
        ("table-missing", _MASK, "x = «df[m]»\n", None, None),
        ("table-rows", _SCALARS, "x = «pd.DataFrame({'é': 1})»\n",
         "x = pd.DataFrame([{'é': 1}])\n", True),
        ("table-rows", _SCALARS, "d = {'é': 1}\nx = «pd.DataFrame(d)»\n",
         "d = {'é': 1}\nx = pd.DataFrame([d])\n", True),
        ("table-rows", _SCALARS, "x = «pd.DataFrame(load())»\n", None, None),
        ("table-rows", _NO_TABLE, "x = «pd.DataFrame('a.csv')»\n", "x = pd.read_csv('a.csv')\n", True),
        ("table-rows", _NO_TABLE, "import json\nt = '[1]'\nx = «pd.DataFrame(t)»\n",
         "import json\nt = '[1]'\nx = pd.DataFrame(json.loads(t))\n", True),
        ("table-rows", _NO_TABLE, "x = «pd.DataFrame('abc')»\n", None, None),
        ("table-fill", _METHOD, "x = «df.fillna(method='ffill')»\n", "x = df.ffill()\n", True),
        ("table-fill", _METHOD, "x = «df.fillna(method='bfill', limit=1)»\n", "x = df.bfill(limit=1)\n", True),
        ("table-fill", _METHOD, "x = «df.fillna(limit=1, method='pad')»\n", "x = df.ffill(limit=1)\n", True),
        ("table-fill", _METHOD, "x = «df.fillna(method=m)»\n", None, None),
        ("table-key", _KEYS, "if 1:\n\tx = «a.merge(b, on='id')»\n",
         "if 1:\n\tb['id'] = b['id'].astype(int)\n\tx = a.merge(b, on='id')\n", False),
        ("table-key", _KEYS, "b = pd.DataFrame({'id': ['1', '20']})\nx = «pd.merge(a, b, on='id')»\n",
         "b = pd.DataFrame({'id': ['1', '20']})\nb['id'] = b['id'].astype(int)\nx = pd.merge(a, b, on='id')\n", True),
        ("table-key", _KEYS, "b = pd.DataFrame({'id': ['007', '20']})\nx = «pd.merge(a, b, on='id')»\n",
         "b = pd.DataFrame({'id': ['007', '20']})\nb['id'] = b['id'].astype(int)\nx = pd.merge(a, b, on='id')\n",
         False),
        ("table-key", _KEYS, "x = «a.merge(b(), on='id')»\n", None, None),
        ("table-key", _KEYS, "x = «a.merge(b, on='nr')»\n", None, None),
    ],
)  # fmt: skip
def test_a_table_is_asked_as_pandas_wants_it(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure, exception="ValueError")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«df[df.a > 1]['é'] = 0  # x\n", "df.loc[df.a > 1, 'é'] = 0  # x\n"),
        ("«self.df['b'][rows] += 1\n", "self.df.loc[rows, 'b'] += 1\n"),
        ("«df[rows][['a', 'b']] = 0\n", "df.loc[rows, ['a', 'b']] = 0\n"),
        ("«df['b'][0:3] = 0\n", "df.loc[df.index[0:3], 'b'] = 0\n"),  # .loc has both ends
        ("«f()[0:3]['b'] = 0\n", None),
        ("«df['b'][a:b] = 0\n", None),
        ("«(df[rows])['b'] = 0\n", None),
        ("«df.loc[rows]['b'] = 0\n", None),
        ("«df[rows][n] = 0\n", None),
        ("«df['a']['b'] = 0\n", None),
        ("«a, df['a'][0] = 0, 1\n", None),
    ],
)
def test_an_item_of_an_item_is_set_with_loc(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("table-loc", before, exception=_CHAINED)
    assert (mended and mended.text) == after
    assert mend("table-loc", before, exception="TypeError") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t = df.groupby('k').sum()\nx = «t['k']»\n", "t = df.groupby('k').sum()\nx = t.reset_index()['k']\n"),
        ("t = df.set_index(['j', 'k'])\nx = «t['k']»\n", "t = df.set_index(['j', 'k'])\nx = t.reset_index()['k']\n"),
        ("t = df.groupby('k', as_index=False).sum()\nx = «t['k']»\n", None),
        ("t = df.groupby('k').sum().reset_index()\nx = «t['k']»\n", None),
        ("t = df.groupby('j').sum()\nx = «t['k']»\n", None),
        ("x = «t['k']»\n", None),
        ("t = df.groupby('k')\nx = «t['k']»\n", None),
    ],
)
def test_the_index_is_made_a_column_again(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("table-index", before, exception="KeyError", message="'k'", values={"key": "'k'"})
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("df = pd.read_csv(p)  # é\nx = «df['k']»\n", "k ",
         "df = pd.read_csv(p)  # é\ndf.columns = df.columns.str.strip()\nx = df['k']\n"),
        ("df = pd.read_csv(p)  # é\nx = «df['k']»\n", " k",
         "df = pd.read_csv(p, skipinitialspace=True)  # é\nx = df['k']\n"),
        ("d = pd.read_csv(p)\r\ne = d.dropna()\r\nx = «e['k']»\r\n", "k ",
         "d = pd.read_csv(p)\r\nd.columns = d.columns.str.strip()\r\ne = d.dropna()\r\nx = e['k']\r\n"),
        ("df = pd.read_csv(p)\nx = «df['k']»\n", "K", None),
        ("df = pd.read_csv(p); y = 1\nx = «df['k']»\n", "k ", None),
        ("df = pd.DataFrame(d)\nx = «df['k']»\n", " k", None),
        ("df = pd.read_csv(p)\ny = df['other ']\nx = «df['k']»\n", "k ", None),
        ("df = pd.read_excel(p, sheet_name=None)\nx = «df['k']»\n", "k ", None),
    ],
)  # fmt: skip
def test_names_lose_their_blanks(mend: Apply, before: str, to: str, after: str | None) -> None:
    mended = mend("table-names", before, exception="KeyError", message="'k'", values={"key": "'k'"}, to=to)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «pd.read_csv(p)»\n", 'x = pd.read_csv(p, sep=";")\n'),
        ("df = pd.read_csv(p)\nx = «df['a']»\n", "df = pd.read_csv(p, sep=\";\")\nx = df['a']\n"),
        ("x = «pd.read_csv(p, sep=',')»\n", None),
        ("x = «df['a']»\n", None),
    ],
)
def test_the_separator_is_said(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("csv-separator", before, exception="KeyError", sep=";")
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("content", "source", "sign"),
    [
        ("a;b\n1;2\n", "x = pd.read_csv('f.csv')\n", ";"),
        ("a\tb\n1,5\t2\n", "p = 'f.csv'\nx = pd.read_csv(p)\n", "\t"),
        ("a,b\n1;2,3\n", "x = pd.read_csv('f.csv')\n", None),
        ("a;b\n1;2;3\n", "x = pd.read_csv('f.csv')\n", None),
        ("a;b\n1;2\n", "x = pd.read_csv('f.csv', sep=',')\n", None),
    ],
)
def test_the_separator_of_a_file(tmp_path: Path, content: str, source: str, sign: str | None) -> None:
    (tmp_path / "f.csv").write_text(content)
    text = SourceText(source)
    line = len(text.lines)
    place = Place("app.py", str(tmp_path / "app.py"), line, None, None, text, statement_at(text, line), None)
    report = ErrorReport("python", "error", "KeyError", "'b'", Span(1, 1))
    context = Context(origin="here", folder=str(tmp_path))
    fact = facts.fact("separator-of-file")
    assert fact is not None
    assert fact.look(Inquiry(None, {}, {}, report, place, context)).values.get("separator") == sign


def test_what_is_in_brackets_may_name_columns(mend: Apply) -> None:
    mended = mend("table-loc", "«df[names]['b'] = 0\n", exception=_CHAINED)
    assert mended is not None
    assert not mended.mend.sure
