"""What stands around an edit of names, scopes and calls stays as it is, character for character."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import TextAfter

_TABLE = 'db.execute("CREATE TABLE people (name TEXT)")  ~\n'
_CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "sql-name",
        _TABLE + 'if 1:  ~\n\t«db.execute("select nmae from people"); x()  ~\n',
        _TABLE + 'if 1:  ~\n\tdb.execute("select name from people"); x()  ~\n',
        {"kind": "column", "name": "nmae"},
    ),
    ("spelling", "é = f(  ~\n    «prot=1,  ~\n)\n", "é = f(  ~\n    port=1,  ~\n)\n", {"to": "port", "from_": "prot"}),
    (
        "other-method",
        "a = []  ~\n«a.push(1); b.push(2)  ~\nif a.push(3):  ~\n\tpass\n",
        "a = []  ~\na.append(1); b.push(2)  ~\nif a.append(3):  ~\n\tpass\n",
        {"values": {"type": "list", "attribute": "push"}},
    ),
    (
        "add-self",
        "class A:  ~\n\tx = 1\n\tdef f(self):  ~\n\t\t«return x  ~\n",
        "class A:  ~\n\tx = 1\n\tdef f(self):  ~\n\t\treturn self.x  ~\n",
        {"values": {"name": "x"}},
    ),
    (
        "say-global",
        "n = 0  ~\ndef f():  ~\n\t~\n\t«n += 1; g()  ~\n",
        "n = 0  ~\ndef f():  ~\n\t~\n\tglobal n\n\tn += 1; g()  ~\n",
        {"values": {"name": "n"}},
    ),
    (
        "rename-hiding",
        "list = [1]; x = 2  ~\n«x = list(  ~\n\tlist)  ~\n",
        "list_ = [1]; x = 2  ~\nx = list(  ~\n\tlist_)  ~\n",
        {"values": {"name": "list"}},
    ),
    ("assign", "x: 3; y = 2  ~\n«print(x)  ~\n", "x = 3; y = 2  ~\nprint(x)  ~\n", {"values": {"name": "x"}}),
    (
        "module-member",
        "import datetime  ~\n«x = datetime(  ~\n\t1, 1, 1); y = 2  ~\n",
        "import datetime  ~\nx = datetime.datetime(  ~\n\t1, 1, 1); y = 2  ~\n",
        {},
    ),
    (
        "module-meant",
        "from time import time; x = 1  ~\n«time.sleep(0)  ~\n",
        "import time; x = 1  ~\ntime.sleep(0)  ~\n",
        {"values": {"attribute": "sleep"}},
    ),
    (
        "moved-name",
        "import numpy as np; x = 1  ~\n«y = [  ~\n\tnp.float_, np.NaN]  ~\n",
        "import numpy as np; x = 1  ~\ny = [  ~\n\tnp.float64, np.nan]  ~\n",
        {"module": "numpy", "name": "float_"},
    ),
    (
        "add-call",
        "x = ''  ~\n«y = (x.upper  ~\n\t+ 'é'); z = 1  ~\n",
        "x = ''  ~\ny = (x.upper()  ~\n\t+ 'é'); z = 1  ~\n",
        {"message": "unsupported operand type(s) for +: 'builtin_function_or_method' and 'str'"},
    ),
    (
        "field-order",
        "«@dataclass  ~\nclass A:  ~\n\ta: int = 0  ~\n\t~\n\tb: int  ~\n",
        "@dataclass  ~\nclass A:  ~\n\tb: int  ~\n\ta: int = 0  ~\n\t~\n",
        {},
    ),
]
"""Recipe, source, what it becomes, arguments; a comment of any text stands where there is a tilde."""
_COMMENT = st.text(st.sampled_from("aé\t #'\"\\{}()[]:;,=.\u4e2d\U0001f40d"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.sampled_from(_CASES), _COMMENT, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_text_around_an_edit_stays(
    text_after: TextAfter, case: tuple[str, str, str, dict[str, Any]], comment: str, newline: str, ends: bool
) -> None:
    recipe, source, after, arguments = case

    def whole(text: str) -> str:
        lines = [f"# {comment}", *text.replace("~", f"# {comment}").split("\n")]
        return newline.join(lines) + (f"# {comment}" if ends else "")

    assert text_after(recipe, whole(source), **arguments) == whole(after)
