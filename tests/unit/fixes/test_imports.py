"""Imports: found where the file has them, put where its style wants them."""

from __future__ import annotations

import pytest
from tracemend.fixes.recipe import apply_edits
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.text import SourceText

from .conftest import Apply, TextAfter

_HERE = "«use()\n"


@pytest.mark.parametrize(
    ("wanted", "before", "after"),
    [
        # Nothing there yet: after the shebang, the coding line, the docstring, the licence.
        ("import json", "use()\n", "import json\n\nuse()\n"),
        ("import json", "def f(): ...\nuse()\n", "import json\n\n\ndef f(): ...\nuse()\n"),
        (
            "import json",
            "#!/usr/bin/env python3\n# coding: utf-8\nuse()\n",
            "#!/usr/bin/env python3\n# coding: utf-8\n\nimport json\n\nuse()\n",
        ),
        (
            "import json",
            '"""Doc.\n\nimport json\n"""\nuse()\n',
            '"""Doc.\n\nimport json\n"""\n\nimport json\n\nuse()\n',
        ),
        ("import json", "# Licence\n# MIT\n\nuse()\n", "# Licence\n# MIT\n\nimport json\n\nuse()\n"),
        (
            "import json",
            "from __future__ import annotations\n\nuse()\n",
            "from __future__ import annotations\n\nimport json\n\nuse()\n",
        ),
        # The right group, the right place in it.
        ("import json", "import csv\nimport sys\n\nuse()\n", "import csv\nimport json\nimport sys\n\nuse()\n"),
        ("import json", "import sys\nimport csv\n\nuse()\n", "import sys\nimport csv\nimport json\n\nuse()\n"),
        (
            "import json",
            "import abc\nfrom collections import deque\nimport sys\nuse()\n",
            "import abc\nfrom collections import deque\nimport json\nimport sys\nuse()\n",
        ),
        ("import json", "import numpy\n\nuse()\n", "import json\n\nimport numpy\n\nuse()\n"),
        ("import numpy as np", "import os\n\nuse()\n", "import os\n\nimport numpy as np\n\nuse()\n"),
        ("import numpy", "from . import x\n\nuse()\n", "import numpy\n\nfrom . import x\n\nuse()\n"),
        (
            "from pathlib import Path",
            "import os\nimport sys\n\nimport numpy\n\nuse()\n",
            "import os\nimport sys\nfrom pathlib import Path\n\nimport numpy\n\nuse()\n",
        ),
        # A line that imports from the same module gains the name.
        (
            "from pathlib import Path",
            "from pathlib import PurePath  # paths\nuse()\n",
            "from pathlib import Path, PurePath  # paths\nuse()\n",
        ),
        (
            "from os import path",
            "from os import (\n    sep,\n)\nuse()\n",
            "from os import (\n    sep,\n)\nfrom os import path\nuse()\n",
        ),
        # Line ends, a file broken below, a last line without an end.
        ("import json", "import os\r\n\r\nuse()\r\n", "import json\r\nimport os\r\n\r\nuse()\r\n"),
        ("import json", "import os\n\nuse()\ndef f(:\n", "import json\nimport os\n\nuse()\ndef f(:\n"),
        ("import sys", "import os\nuse()\nimport", "import os\nimport sys\nuse()\nimport"),
        ("import json", "import os; import sys\nuse()\n", "import json\nimport os; import sys\nuse()\n"),
        (
            "import json",
            "__version__ = '1'\n\nimport os\n\nuse()\n",
            "__version__ = '1'\n\nimport json\nimport os\n\nuse()\n",
        ),
    ],
)
def test_an_import_goes_where_the_file_has_such(text_after: TextAfter, wanted: str, before: str, after: str) -> None:
    assert text_after("add-import", before.replace("use()", "«use()", 1), import_=wanted) == after


@pytest.mark.parametrize(
    ("wanted", "source"),
    [
        ("import json", "import json\n" + _HERE),
        ("import json", "import os, json\n" + _HERE),
        ("from pathlib import Path", "from pathlib import (\n    Path,\n    PurePath,\n)\n" + _HERE),
        ("import numpy as np", "import numpy as np\n" + _HERE),
        ("import json", "json = 1\n" + _HERE),  # the name is the file's own
        ("import json, os", _HERE),
        ("from x import *", _HERE),
        ("import json\nimport os", _HERE),
        ("print(1)", _HERE),
    ],
)
def test_no_import_where_it_is_there_or_is_none(mend: Apply, wanted: str, source: str) -> None:
    assert mend("add-import", source, import_=wanted) is None


def test_an_alias_and_an_imported_name_are_used() -> None:
    imports = Imports(SourceText("import os as system\nfrom time import sleep as wait\nimport xml.dom\n"))
    assert imports.module("os") == "system"
    assert imports.name("time", "sleep") == "wait"
    assert imports.module("xml") == "xml"
    assert imports.name("os", "replace") == "system.replace"
    assert imports.edits() == ()


def test_a_name_that_is_taken_is_not_hidden() -> None:
    source = SourceText("def f(time):\n    return time\n")
    imports = Imports(source)
    assert imports.module("time") == "_time"
    assert apply_edits(source.text, imports.edits()).startswith("import time as _time\n")


def test_what_is_imported_below_the_statement_is_not_there_yet() -> None:
    source = SourceText("print(1)\nimport os\n")
    assert Imports(source, before=1).find_module("os") is None
    assert Imports(source).find_module("os") == "os"


def test_several_imports_and_a_helper_make_one_section() -> None:
    source = SourceText("x = 1\n")
    imports = Imports(source)
    imports.module("sys")
    imports.name("contextlib", "suppress")
    imports.name("contextlib", "contextmanager")
    imports.module("numpy")
    assert imports.helper("work", "def {name}():\n    pass\n") == "work"
    assert apply_edits(source.text, imports.edits()) == (
        "import sys\nfrom contextlib import contextmanager, suppress\n\nimport numpy\n\n\n"
        "def work():\n    pass\n\n\nx = 1\n"
    )


def test_a_helper_that_is_there_is_used_again_and_another_of_its_name_is_not() -> None:
    text = "import os\n\n\ndef work():\n\tpass\n\n\nx = 1\n"
    imports = Imports(SourceText(text))
    assert imports.helper("work", "def {name}():\n    pass\n") == "work"
    assert imports.edits() == ()
    imports = Imports(SourceText(text))
    assert imports.helper("work", "def {name}():\n    return 1\n") == "work_2"
