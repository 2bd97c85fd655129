"""Recipes driven by the table of removed and moved names, and for calls that libraries changed."""

from __future__ import annotations

import pytest

from .conftest import Apply, TextAfter


@pytest.mark.parametrize(
    ("source", "module", "name", "after"),
    [
        (
            "«from collections import Mapping  # é\nx = Mapping\n",
            "collections",
            "Mapping",
            "from collections.abc import Mapping  # é\nx = Mapping\n",
        ),
        (
            "«from collections import Mapping, Counter, Sequence as S\n",
            "collections",
            "Mapping",
            "from collections import Counter\nfrom collections.abc import Mapping, Sequence as S\n",
        ),
        (
            "if x:\r\n\t«from collections import (\r\n\t\tCounter,\r\n\t\tMapping,\r\n\t)\r\n",
            "collections",
            "Mapping",
            "if x:\r\n\tfrom collections import (\r\n\t\tCounter,\r\n\t)\r\n\tfrom collections.abc import Mapping\r\n",
        ),
        ("«from itertools import izip, chain\nizip(a)\n", "itertools", "izip", "from itertools import chain\nzip(a)\n"),
        ("«from itertools import izip\nizip(a)\n", "itertools", "izip", "zip(a)\n"),
        (
            "«from werkzeug.urls import url_quote\nurl_quote(a)\n",
            "werkzeug.urls",
            "url_quote",
            "from urllib.parse import quote\nquote(a)\n",
        ),
        (
            "import numpy as np\n«a = np.float_, np.NaN\nb = np.float_  # np.float_\n",
            "numpy",
            "float_",
            "import numpy as np\na = np.float64, np.nan\nb = np.float64  # np.float_\n",
        ),
        ("import numpy as np\n«a = np.int\nb = np.NaN\n", "numpy", "int", "import numpy as np\na = int\nb = np.NaN\n"),
        (
            "from PIL import Image\n«Image.ANTIALIAS\n",
            "PIL.Image",
            "ANTIALIAS",
            "from PIL import Image\nImage.LANCZOS\n",
        ),
        (
            "import collections\n«x = collections.Mapping\n",
            "collections",
            "Mapping",
            "import collections\nfrom collections.abc import Mapping\nx = Mapping\n",
        ),
        ("«x = unicode(xrange(1))\n", "builtins", "xrange", "x = str(range(1))\n"),
        # not in the table, hidden, or with a comment among what goes
        ("import numpy as np\n«a = np.nothing\n", "numpy", "nothing", None),
        ("import numpy as np\nint = 3\n«a = np.int\n", "numpy", "int", None),
        ("range = 3\n«x = xrange(1)\n", "builtins", "xrange", None),
        ("«from collections import (\n    Mapping,  # é\n    Counter,\n)\n", "collections", "Mapping", None),
        ("zip = 1\n«from itertools import izip\n", "itertools", "izip", None),
        ("«x = y.Mapping\n", "collections", "Mapping", None),
    ],
)
def test_the_new_name(mend: Apply, source: str, module: str, name: str, after: str | None) -> None:
    mended = mend("moved-name", source, exception="ImportError", module=module, name=name)
    assert (mended.text if mended is not None else None) == after


_SQL = "from sqlalchemy import create_engine\n"


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("«c.execute('SELECT 1')  # é\n", "c.execute(text('SELECT 1'))  # é\n"),
        ("q = 'SELECT 1'\n«c.execute(q, {'a': 1})\n", "q = 'SELECT 1'\nc.execute(text(q), {'a': 1})\n"),
        ("«c.execute(f'SELECT {n}')\n", "c.execute(text(f'SELECT {n}'))\n"),
        ("«c.execute(select(a))\n", None),
        ("«c.execute(q)\n", None),
        ("«c.execute(text('SELECT 1'))\n", None),
    ],
)
def test_sql_is_declared_as_text(mend: Apply, source: str, after: str | None) -> None:
    mended = mend("sql-text", _SQL + source, exception="sqlalchemy.exc.ObjectNotExecutableError")
    head = "from sqlalchemy import create_engine, text\n"
    assert (mended.text if mended is not None else None) == (head + after if after is not None else None)


_PANDAS = "import pandas as pd\n"


@pytest.mark.parametrize(
    ("source", "after", "sure"),
    [
        (
            "«df = df.append({'a': 1}, ignore_index=True)  # é\n",
            "df = pd.concat([df, pd.DataFrame([{'a': 1}])], ignore_index=True)  # é\n",
            True,
        ),
        ("«df = df.append([b, c])\n", "df = pd.concat([df, b, c])\n", True),
        ("b = pd.DataFrame(x)\n«df = df.append(b)\n", "b = pd.DataFrame(x)\ndf = pd.concat([df, b])\n", True),
        ("r = {'a': 1}\n«df = df.append(r)\n", "r = {'a': 1}\ndf = pd.concat([df, pd.DataFrame([r])])\n", True),
        ("«df = df.append(pd.Series(x))\n", "df = pd.concat([df, pd.Series(x).to_frame().T])\n", True),
        ("«df = df.append(other)\n", "df = pd.concat([df, other])\n", False),
        ("«df.append({'a': 1})\n", None, None),
        ("«df = df.append(*x)\n", None, None),
        ("«df = df.append(x, new=1)\n", None, None),
    ],
)
def test_tables_are_joined_with_concat(mend: Apply, source: str, after: str | None, sure: bool | None) -> None:
    mended = mend("pandas-concat", _PANDAS + source, exception="AttributeError")
    found = (mended.text, mended.mend.sure) if mended is not None else (None, None)
    assert found == (_PANDAS + after if after is not None else None, sure)


def test_no_pandas_no_concat(mend: Apply) -> None:
    assert mend("pandas-concat", "«df = df.append({'a': 1})\n", exception="AttributeError") is None


def test_a_module_that_has_the_name_of_what_is_imported_from_it(text_after: TextAfter) -> None:
    source, message = "«from StringIO import StringIO\nStringIO()\n", "No module named 'StringIO'"
    assert (
        text_after("spelling", source, message=message, from_="StringIO", to="io", known="all")
        == "from io import StringIO\nStringIO()\n"
    )
