"""Recipes for a module and its class or function of the same name, and for names of imported modules."""

from __future__ import annotations

import pytest

from .conftest import Apply


@pytest.mark.parametrize(
    ("source", "values", "after"),
    [
        ("import datetime\n«datetime(2026, 1, 1)  # é\n", {}, "import datetime\ndatetime.datetime(2026, 1, 1)  # é\n"),
        ("import datetime as d\nx = «d(1, 1, 1)»\n", {}, "import datetime as d\nx = d.datetime(1, 1, 1)\n"),
        (
            "import datetime, os\na = «datetime.now()»\nb = datetime.timedelta(1)\nc = datetime.today()\n",
            {"attribute": "now", "module": "datetime"},
            "import datetime, os\na = datetime.datetime.now()\nb = datetime.timedelta(1)\n"
            "c = datetime.datetime.today()\n",
        ),
        (
            "import datetime\na = «datetime.now()»\nb = datetime(1, 1, 1)\n",
            {"attribute": "now", "module": "datetime"},
            "from datetime import datetime\na = datetime.now()\nb = datetime(1, 1, 1)\n",
        ),
        ("import enum\n«class A(enum):\n    pass\n", {}, "import enum\nclass A(enum.Enum):\n    pass\n"),
        ("import enum\n«class A(str, enum):\n    pass\n", {}, None),
        ("import datetime\n«datetime.nowhere()\n", {"attribute": "nowhere", "module": "datetime"}, None),
        ("import datetime\n«datetime.date()\n", {"attribute": "date", "module": "datetime"}, None),
        ("import string\n«string(1)\n", {}, None),
        ("from x import enum\n«enum(1)\n", {}, None),
        ("import datetime\ndef f(datetime):\n    «datetime()\n", {}, None),
        ("import datetime\ndatetime = 3\n«datetime()\n", {}, None),
    ],
)
def test_the_member_of_a_module(mend: Apply, source: str, values: dict[str, str], after: str | None) -> None:
    mended = mend("module-member", source, exception="TypeError", values=values)
    assert (mended.text if mended is not None else None) == after


@pytest.mark.parametrize(
    ("source", "attribute", "after"),
    [
        ("from time import time\n«time.sleep(0)\n", "sleep", "import time\ntime.sleep(0)\n"),
        (
            "from time import time\n«time.sleep(0)\nx = time()  # é\n",
            "sleep",
            "from time import sleep, time\nsleep(0)\nx = time()  # é\n",
        ),
        (
            "from datetime import datetime, date\n«datetime.timedelta(1)\ndatetime.now()\n",
            "timedelta",
            "from datetime import datetime, date, timedelta\ntimedelta(1)\ndatetime.now()\n",
        ),
        ("from time import time\n«time.nothing()\n", "nothing", None),
        ("from own import time\n«time.sleep(0)\n", "sleep", None),
        ("from .time import time\n«time.sleep(0)\n", "sleep", None),
        ("from time import time\ntime = 3\n«time.sleep(0)\n", "sleep", None),
    ],
)
def test_the_module_of_a_member(mend: Apply, source: str, attribute: str, after: str | None) -> None:
    mended = mend("module-meant", source, exception="AttributeError", values={"attribute": attribute})
    assert (mended.text if mended is not None else None) == after


@pytest.mark.parametrize(
    ("source", "module", "after"),
    [
        ("«import math.sqrt  # é\nmath.sqrt(9)\n", "math.sqrt", "import math  # é\nmath.sqrt(9)\n"),
        ("«import math.sqrt\nsqrt(9)\n", "math.sqrt", "from math import sqrt\nsqrt(9)\n"),
        ("«import datetime.datetime as d\n", "datetime.datetime", "from datetime import datetime as d\n"),
        ("«import math.nothing\n", "math.nothing", None),
        ("«import math.sqrt, os\n", "math.sqrt", None),
        ("«import own.thing\n", "own.thing", None),
    ],
)
def test_a_name_that_is_no_module(mend: Apply, source: str, module: str, after: str | None) -> None:
    mended = mend("import-from", source, exception="ModuleNotFoundError", values={"module": module})
    assert (mended.text if mended is not None else None) == after


@pytest.mark.parametrize(
    ("source", "after"),
    [
        (
            "import collections\nx = «Counter()»\ny = [Counter]  # Counter\n",
            "import collections\nx = collections.Counter()\ny = [collections.Counter]  # Counter\n",
        ),
        ("import collections as c\nx = «Counter()»\n", "import collections as c\nx = c.Counter()\n"),
        ("import collections\nx = «Counter()»\ndef f():\n    Counter = 1\n", None),
    ],
)
def test_a_name_of_a_module_that_is_imported(mend: Apply, source: str, after: str | None) -> None:
    arguments = {"import": "from collections import Counter"}
    mended = mend("add-import", source, exception="NameError", values={"name": "Counter"}, **arguments)
    assert (mended.text if mended is not None else None) == after
