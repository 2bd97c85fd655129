"""Keywords used as names, names in several words, names that begin with a digit."""

from __future__ import annotations

import pytest

from .broken_texts import mended_everywhere
from .conftest import Apply

_REPORT = {"exception": "SyntaxError", "message": "invalid syntax"}


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«class = 'é'\nprint(class, 'class')  # class\n", "class_ = 'é'\nprint(class_, 'class')  # class\n", True),
        ("def «from(a):\n\treturn a\nfrom(1)\n", "def from_(a):\n\treturn a\nfrom_(1)\n", True),
        (
            "def f(«lambda=1):\n    return lambda * 2\nf(lambda=3)\n",
            "def f(lambda_=1):\n    return lambda_ * 2\nf(lambda_=3)\n",
            True,
        ),
        (
            "def f(a, *, «in, is: int):\n    return a in [in, is]\n",
            "def f(a, *, in_, is_: int):\n    return a in [in_, is_]\n",
            True,
        ),
        ("for «in in range(3):\n    print(in)\n", "for in_ in range(3):\n    print(in_)\n", True),
        ("«with = 1\nwith open(f) as h:\n    print(with)\n", "with_ = 1\nwith open(f) as h:\n    print(with_)\n", True),
        ("«pass = 1\nif pass:\n    pass\n", "pass_ = 1\nif pass_:\n    pass\n", True),
        ("«is = [1]\nprint(is[0] is 1)\n", "is_ = [1]\nprint(is_[0] is 1)\n", True),
        ("«a, del = 1, 2\ndel a\nprint(del)\n", "a, del_ = 1, 2\ndel a\nprint(del_)\n", True),
        (
            "«class = 1\nprint(f'{class:>3} {class!r} class')\n",
            "class_ = 1\nprint(f'{class_:>3} {class_!r} class')\n",
            True,
        ),
        (
            "class A:\n    def f(self):\n        «self.class = 1\n        return self.class\nprint(A().class)\n",
            "class A:\n    def f(self):\n        self.class_ = 1\n        return self.class_\nprint(A().class_)\n",
            True,
        ),
        ("class A:\n    «from: str\nA(from='a').from\n", "class A:\n    from_: str\nA(from_='a').from_\n", True),
        ("«def pass():\n    return 1\n", "def pass_():\n    return 1\n", False),
        ("import math «as in\n", "import math as in_\n", True),
        ("def f(a):\n    «return = a\n", "def f(a):\n    return_ = a\n", False),
    ],
)
def test_a_keyword_gets_an_underscore(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "keyword-name", before, after, **_REPORT, sure=sure, again="«")


@pytest.mark.parametrize(
    "source",
    [
        "x = «obj.import\n",
        "d = dict(«class=1)\n",
        "«class = 1\nd = dict(class=class)\n",
        "«class_ = 0\nclass = 1\n",
        "«print(class)\n",
        "«for i in in range(3):\n    pass\n",
        "«from import os\n",
        "x = 1 «if y else = 2\n",
        "y = sorted(x, key=«lambda)\n",
        "«None = 3\n",
        "«else:\n    pass\n",
    ],
)
def test_a_keyword_stays_where_it_is_none_of_the_files_names(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "keyword-name", source, None, **_REPORT)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (
            "«total price = 3  # total price\nprint(total  price)\n",
            "total_price = 3  # total price\nprint(total_price)\n",
            True,
        ),
        ("«my list = [1]\nprint(f'{my list} my list')\n", "my_list = [1]\nprint(f'{my_list} my list')\n", True),
        ("«first name = input()\n", "first_name = input()\n", False),
        (
            "«first-name = 'é'\nprint(first-name, 'first-name')\n",
            "first_name = 'é'\nprint(first_name, 'first-name')\n",
            True,
        ),
        ("x = 1\n«x-y = 2\n", "x = 1\nx_y = 2\n", False),
        ("def «say hi(to):\n\tpass\nsay hi(1)\n", "def say_hi(to):\n\tpass\nsay_hi(1)\n", True),
        ("class «My Row:\n    pass\nx = My Row()\n", "class MyRow:\n    pass\nx = MyRow()\n", True),
        ("for «my item in a:\n    print(my item)\n", "for my_item in a:\n    print(my_item)\n", True),
        ("def f(«first name, b):\n    return first name\n", "def f(first_name, b):\n    return first_name\n", True),
        ("«2nd = 3\nprint(2nd, '2nd')\n", "second = 3\nprint(second, '2nd')\n", True),
        ("«3d_points = []\nlen(3d_points)\n", "points_3d = []\nlen(points_3d)\n", True),
        ("def f(«7days=1):\n    return 7days\n", "def f(seven_days=1):\n    return seven_days\n", True),
        ("«1st_name = 'a'\nprint(f'{1st_name}')\n", "first_name = 'a'\nprint(f'{first_name}')\n", True),
    ],
)
def test_a_name_is_one_word(mend: Apply, before: str, after: str, sure: bool) -> None:
    mended_everywhere(mend, "joined-name", before, after, **_REPORT, sure=sure, again="«")


@pytest.mark.parametrize(
    "source",
    [
        "«int x = 5\nprint(int x)\n",
        "«var x = 5\n",
        "«retrun x = 5\n",
        "for «key value in d.items():\n    print(key value)\n",
        "for «a b in c:\n    print(a, b)\n",
        "«x y = 3, 4\nprint(x)\n",
        "«import my-module\n",
        "«a_b = 1\na b = 2\nprint(a b)\n",
        "f(«first name=1)\n",
        "«2x = 4\n",
        "«second = 1\n2nd = 3\n",
        "x = «2nd\n",
    ],
)
def test_words_stay_apart_where_they_may_be_two(mend: Apply, source: str) -> None:
    mended_everywhere(mend, "joined-name", source, None, **_REPORT)
