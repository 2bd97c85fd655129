"""Recipes for arrays of NumPy, and for what its functions take as one argument."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

_NP = "import numpy as np\n"
_TYPE = "Cannot interpret '4' as a data type"
_SCALAR = "only integer scalar arrays can be converted to a scalar index"
_GIVEN = "concat() takes 1 positional argument but 2 were given"
_SIZE = "'tuple' object cannot be interpreted as an integer"
_CAST = "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'"
_PICKLE = "Object arrays cannot be loaded when allow_pickle=False"
_ONE = "only 0-dimensional arrays can be converted to Python scalars"
_TRUTH = "The truth value of a Series is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
_INDICES = "arrays used as indices must be of integer (or boolean) type"
_BROADCAST = "operands could not be broadcast together with shapes ({}) ({}) "
_DOT = "shapes ({}) and ({}) not aligned: 2 (dim 1) != 3 (dim 0)"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("as-one", _TYPE, "x = «np.zeros(3, 4)»  # é\n", "x = np.zeros((3, 4))  # é\n", True),
        ("as-one", _TYPE, "n = 3\nx = «np.ones(n, 4, dtype=int)»\n", "n = 3\nx = np.ones((n, 4), dtype=int)\n", True),
        ("as-one", _TYPE, "x = «np.zeros(3, np.int8)»\n", None, None),
        ("as-one", _TYPE, "x = «np.zeros(3, 'é')»\n", None, None),
        ("as-one", _TYPE, "x = «grid.zeros(3, 4)»\n", None, None),
        ("as-one", _SCALAR, "x = «np.hstack(\r\n\ta,  # é\r\n\tb,\r\n)»\r\n",
         "x = np.hstack(\r\n\t(a,  # é\r\n\tb),\r\n)\r\n", True),
        ("as-one", _SCALAR, "x = «np.concatenate(a, 1)»\n", None, None),
        ("as-one", _SCALAR, "x = «np.concatenate((a), (b))»\n", None, None),
        ("as-one", _GIVEN, "import pandas as pd\nx = «pd.concat(a, b)»\n",
         "import pandas as pd\nx = pd.concat([a, b])\n", True),
        ("as-one", _SIZE, "x = «np.random.rand((3, 2))»\n", "x = np.random.rand(3, 2)\n", True),
        ("as-one", _SIZE, "x = «np.random.randn(s)»\n", "x = np.random.randn(*s)\n", True),
        ("as-one", "another message", "x = «np.zeros(3, 4)»\n", None, None),
        ("array-anew", _CAST, "«a += 0.5  # é\n", "a = a + 0.5  # é\n", True),
        ("array-anew", _CAST, "«self.a *= b - 1\n", "self.a = self.a * (b - 1)\n", True),
        ("array-anew", _CAST, "def f(a):\n\t«a /= 2\n", "def f(a):\n\ta = a / 2\n", False),
        ("array-anew", _CAST, "«a[0] += 0.5\n", "a[0] = a[0] + 0.5\n", False),
        ("array-anew", _CAST, "«a[f()] += 0.5\n", None, None),
        ("array-anew", "other", "«a += 0.5\n", None, None),
        ("array-copy", "assignment destination is read-only", "a = np.frombuffer(b)\n«a[0, 1] = 5\n",
         "a = np.frombuffer(b).copy()\na[0, 1] = 5\n", True),
        ("array-copy", "assignment destination is read-only", "a = df.values  # é\n«a[0] += 5\n",
         "a = df.values.copy()  # é\na[0] += 5\n", True),
        ("array-copy", "assignment destination is read-only", "«a[0] = 5\n", None, None),
        ("array-copy", "assignment destination is read-only", "a = f()\na = g()\n«a[0] = 5\n", None, None),
        ("array-function", _ONE, "import math\nx = «math.atan2(a, b)»\n", "import math\nx = np.arctan2(a, b)\n", True),
        ("array-function", _ONE, "x = «int(a)»\n", "x = a.astype(int)\n", True),
        ("array-function", _ONE, "x = «int(a + b)»\n", None, None),
        ("array-function", _ONE, "import math\nx = «math.gcd(a, b)»\n", None, None),
        ("array-whole", _INDICES, "x = «a[i]»\n", "x = a[i.astype(int)]\n", True),
        ("array-whole", _INDICES, "x = «a[i + 1]»\n", None, None),
        ("array-choice", _TRUTH, "d['é'] = 1 if «d.a > 2» else 0\n", "d['é'] = np.where(d.a > 2, 1, 0)\n", True),
        ("array-choice", _TRUTH, "x = f(1 if «a» else 0)\n", None, None),
        ("array-choice", _TRUTH, "x = 1 if «a > 1» and b else 0\n", None, None),
        ("array-objects", _PICKLE, "np.save(p, a)\nx = «np.load(p)»\n",
         "np.save(p, a)\nx = np.load(p, allow_pickle=True)\n", True),
        ("array-objects", _PICKLE, "x = «np.load(p)»  # é\n",
         "x = np.load(p, allow_pickle=True)  # é\n", False),
        ("array-objects", _PICKLE, "x = «np.load(p, **o)»\n", None, None),
        ("array-append", "", "«a.append(4)  # é\n", "a = np.append(a, 4)  # é\n", True),
        ("array-append", "", "«self.a.append(f(1))\n", "self.a = np.append(self.a, f(1))\n", True),
        ("array-append", "", "x = «a.append(4)\n", None, None),
        ("array-append", "", "«f().append(4)\n", None, None),
        ("array-turn", _BROADCAST.format("3,2", "3,"), "x = «a * b»\n", "x = a * b[:, None]\n", True),
        ("array-turn", _BROADCAST.format("3,", "3,2"), "x = «a * b»\n", "x = a[:, None] * b\n", True),
        ("array-turn", _BROADCAST.format("3,2", "4,"), "x = «a * b»\n", None, None),
        ("array-turn", _BROADCAST.format("3,2", "2,3"), "x = «a * b»\n", None, None),
        ("array-turn", _DOT.format("3,2", "3,4"), "x = «a.dot(b)»\n", "x = a.T.dot(b)\n", True),
        ("array-turn", _DOT.format("4,2", "3,2"), "x = «np.dot(a, b)»\n", "x = np.dot(a, b.T)\n", True),
        ("array-turn", _DOT.format("3,2", "3,2"), "x = «a.dot(b)»\n", None, None),
    ],
)  # fmt: skip
def test_an_array_is_used_as_one(
    mend: Apply, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    mended = mend(recipe, _NP + before, exception="TypeError", message=message)
    assert (mended and mended.text.removeprefix(_NP)) == after
    assert (mended and mended.mend.sure) == sure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = d[«d.a > 1 & d.b < 6»]  # é\n", "x = d[(d.a > 1) & (d.b < 6)]  # é\n"),
        ("x = «a == 1 | b == 2 | c == 3»\n", "x = (a == 1) | (b == 2) | (c == 3)\n"),
        ("x = «a == 1 & m»\n", None),
        ("x = «(a == 1) & (b == 2)»\n", None),
        ("x = «a > (1 & b)»\n", None),
    ],
)
def test_comparisons_get_their_brackets(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("array-brackets", before, exception="ValueError", message=_TRUTH)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        ("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are "
         "valid indices", "m = n / 2\nx = «a[m]»\n",
         "m = n // 2\nx = a[m]\n"),
        ("expected a sequence of integers or a single integer, got '5.0'", "x = «np.zeros(n / 2)»\n",
         "x = np.zeros(n // 2)\n"),
        ("'float' object cannot be interpreted as an integer", "x = «np.linspace(0, 1, 5.0)»\n",
         "x = np.linspace(0, 1, 5)\n"),
        ("'float' object cannot be interpreted as an integer", "x = «np.ones((n / 2, 3))»\n",
         "x = np.ones((n // 2, 3))\n"),
    ],
)  # fmt: skip
def test_places_and_sizes_are_whole_numbers(mend: Apply, message: str, before: str, after: str) -> None:
    mended = mend("whole-number", before, exception="TypeError", message=message)
    assert (mended and mended.text) == after


def test_an_array_is_not_called(mend: Apply) -> None:
    message = "'numpy.ndarray' object is not callable"
    mended = mend("drop-call", "x = «m(0, 1)»\n", "TypeError", message, {"type": "numpy.ndarray"})
    assert (mended and mended.text) == "x = m[0, 1]\n"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("x = «a - a.mean(axis=1)»\n", "x = a - a.mean(axis=1, keepdims=True)\n"),
        ("x = «a - a.mean(axis=-1)»\n", "x = a - a.mean(axis=-1, keepdims=True)\n"),
        ("x = «a / a.sum(1)»\n", "x = a / a.sum(1, keepdims=True)\n"),
        ("x = «a / np.linalg.norm(a, axis=1)»\n", "x = a / np.linalg.norm(a, axis=1, keepdims=True)\n"),
        ("x = «a > np.mean(a, 1)»\n", "x = a > np.mean(a, 1, keepdims=True)\n"),
        ("x = «a - b.sum(axis=0)»\n", "x = a - b.sum(axis=0)[:, None]\n"),
        ("x = «a - load()»\n", "x = a - load()[:, None]\n"),
        ("«a -= a.mean(axis=1)  # é\n", "a -= a.mean(axis=1, keepdims=True)  # é\n"),
        ("x = «a - a.mean(axis=1, keepdims=False)»\n", None),
        ("x = «a - (b + c)»\n", None),
    ],
)
def test_one_value_for_each_row(makes: Makes, code: str, after: str | None) -> None:
    makes("array-turn", _BROADCAST.format("3,2", "3,"), code, after, True, "ValueError")


@pytest.mark.parametrize(
    ("made", "after"),
    [
        (("np.zeros((3, 2))", "np.ones((3, 4))"), "a.T @ b"),
        (("np.array([[1, 2], [3, 4]])", "np.ones((3, 2))"), "a @ b.T"),
        (("np.array([[1, 2], [3, 4]])", "np.array([[1, 2], [3, 4], [5, 6]])"), "a @ b.T"),
        (("np.arange(6).reshape(3, 2)", "np.array(ROWS)"), "a.T @ b"),
        (("np.zeros((3, 2))", "load()"), None),
        (("np.zeros((3, 2))", "np.ones((4, 5))"), None),
        (("np.zeros((3, 2))", "np.ones((3, 2))"), None),
        (("np.zeros(3)", "np.ones((2, 3))"), None),
    ],
)
def test_the_sides_of_a_product(makes: Makes, made: tuple[str, str], after: str | None) -> None:
    message = (
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?)"
    )
    head = f"ROWS = [[1, 2, 3], [1, 2, 3], [1, 2, 3]]\na = {made[0]}\nb = {made[1]}\n"
    mended = after and f"{head}print({after})\n"
    sure = all("array" in one for one in made)
    makes("array-turn", message, f"{head}print(«a @ b»)\n", mended, sure, "ValueError")


_EMPTY = "index 0 is out of bounds for axis 0 with size 0"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (
            "a = np.array([])\nnp.append(a, 3)  # é\nprint(«a[0]»)\n",
            "a = np.array([])\na = np.append(a, 3)  # é\nprint(a[0])\n",
            True,
        ),
        (
            "def f(x):\n    a = x\n    np.append(a, 3)\n    return «a[9]»\n",
            "def f(x):\n    a = x\n    a = np.append(a, 3)\n    return a[9]\n",
            True,
        ),
        (
            "a = b = x\nnp.append(a, 3)\nnp.insert(b, 3)\nprint(«a[0] + b[0]»)\n",
            "a = b = x\na = np.append(a, 3)\nb = np.insert(b, 3)\nprint(a[0] + b[0])\n",
            False,
        ),
        ("a = np.array([])\nb = np.append(a, 3)\nprint(«a[0]»)\n", None, None),
        ("def f(a):\n    np.append(a, 3)\n    return «a[0]»\n", None, None),
        ("def f():\n    np.append(a, 3)\n\n\na = 1\nf()\nprint(«a[0]»)\n", None, None),
        ("np.append(b, 3)\nprint(«a[0]»)\n", None, None),
    ],
)
def test_the_array_that_nobody_kept(makes: Makes, before: str, after: str | None, sure: bool | None) -> None:
    makes("array-keep", _EMPTY, before, after, sure, "IndexError")
