"""Parameters of overriding methods, imports made twice, names that a branch may leave without a value."""

from __future__ import annotations

import pytest

from .findings import fixed

PYRIGHT = (
    'Method "go" overrides class "A" in an incompatible manner\n'
    '  Parameter 2 name mismatch: base parameter is named "name", override parameter is named "label"'
)
PYLINT = "Parameter 'name' has been renamed to 'label' in overriding 'B.go' method"


@pytest.mark.parametrize("message", [PYRIGHT, PYLINT])
def test_a_parameter_is_called_as_in_the_base(message: str) -> None:
    before = (
        "class B(A):\n\tdef «go(self, label: str = 'label') -> None:  # label\n\t\tprint(label, [label for _ in 'é'])\n"
    )
    after = before.replace("«", "").replace("label:", "name:").replace("(label,", "(name,").replace("[label", "[name")
    assert fixed("override-name", before, message=message) == (after, True)


@pytest.mark.parametrize(
    "text",
    [
        "class B(A):\n    def «go(self, label):\n        name = label\n",
        "class B(A):\n    def «go(self, label, name):\n        pass\n",
        "class B(A):\n    def «go(self, other):\n        pass\n",
        "class B(A):\n    def «go(self, label):\n        return lambda label: label\n",
        "class B(A):\n    def «go(self, label):\n        pass\nB().go(label=1)\n",
    ],
)
def test_parameters_that_keep_their_name(text: str) -> None:
    assert fixed("override-name", text, message=PYLINT) is None


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("import os\nx = 1\n«import os\nos\n", "os", "import os\nx = 1\nos\n"),
        ("from a import b\nfrom a import «b, c\n", "b", "from a import b\nfrom a import c\n"),
        ("import a as b\r\n«import a as b\r\n", "b", "import a as b\r\n"),
    ],
)
def test_the_second_import_goes(before: str, name: str, after: str) -> None:
    assert fixed("drop-reimport", before, name=name) == (after, True)


@pytest.mark.parametrize(
    "text",
    [
        "from a import os\n«import os\n",
        "import os\nos = 1\n«import os\n",
        "def f():\n    import os\n«import os\n",
        "import os\ndef f():\n    «import os\n",
        "import os\n«import os  # again\n",
        "def os(): ...\n«def os(): ...\n",
    ],
)
def test_imports_that_are_not_the_same(text: str) -> None:
    assert fixed("drop-reimport", text, name="os") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if x:\n    a = 1\nprint(«a)\n", "a = None\nif x:\n    a = 1\nprint(a)\n"),
        (
            "def f():\n    for x in y:\n        if x:\n            a = x\n    # é\n    return «a\n",
            "def f():\n    a = None\n    for x in y:\n        if x:\n            a = x\n    # é\n    return a\n",
        ),
        (
            "try:\n\ta = 1\nexcept E:\n\tpass\nif y:\n\tprint(«a)\n",
            "a = None\ntry:\n\ta = 1\nexcept E:\n\tpass\nif y:\n\tprint(a)\n",
        ),
        (
            "if x:\n    a = 1\nelif z:\n    a = 2\nprint(«a)\n",
            "a = None\nif x:\n    a = 1\nelif z:\n    a = 2\nprint(a)\n",
        ),
    ],
)
def test_a_first_value_is_offered_and_not_sure(before: str, after: str) -> None:
    assert fixed("first-value", before, name="a") == (after, False)


@pytest.mark.parametrize(
    "text",
    [
        "if x:\n    a = 1\nif y:\n    a = 2\nprint(«a)\n",
        "def f(a):\n    if x:\n        a = 1\n    print(«a)\n",
        "while x:\n    print(«a)\n    a = 1\n",
        "print(«a)\nif x:\n    a = 1\n",
        "a = 1\nprint(«a)\n",
        "print(«b)\n",
    ],
)
def test_names_that_are_left(text: str) -> None:
    assert fixed("first-value", text, name="a") is None
