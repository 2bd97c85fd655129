"""How exceptions are named, raised and caught."""

from __future__ import annotations

import pytest

from .conftest import Keeps

CAUGHT = "catching classes that do not inherit from BaseException is not allowed"
LAST = "default 'except:' must be last"
RAISED = "exceptions must derive from BaseException"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        (
            "except-tuple",
            CAUGHT,
            "try:\n    f()\n«except [A, m.B] as e:  # both\n    pass\n",
            "try:\n    f()\nexcept (A, m.B) as e:  # both\n    pass\n",
        ),
        (
            "except-tuple",
            CAUGHT,
            "try:\n    f()\nexcept [C]:\n    pass\n«except [A]:\n    pass\n",
            "try:\n    f()\nexcept [C]:\n    pass\nexcept (A,):\n    pass\n",
        ),
        (
            "except-tuple",
            CAUGHT,
            "W = [A, B]\ntry:\n    f()\n«except W:\n    pass\n",
            "W = (A, B)\ntry:\n    f()\nexcept W:\n    pass\n",
        ),
        ("not-implemented", RAISED, "raise NotImplemented  # yet\n", "raise NotImplementedError  # yet\n"),
        (
            "bare-last",
            LAST,
            "try:\n    f()\n«except:\n    # é\n    g()\n\nexcept A:\n    h()\nexcept B:\n    i()\nelse:\n    j()\n",
            "try:\n    f()\nexcept A:\n    h()\nexcept B:\n    i()\n\nexcept:\n    # é\n    g()\nelse:\n    j()\n",
        ),
        (
            "bare-last",
            LAST,
            "def f():\n\ttry:\n\t\tg()\n\t«except :\n\t\tpass\n\texcept A:\n\t\tpass\n\treturn 1\n",
            "def f():\n\ttry:\n\t\tg()\n\texcept A:\n\t\tpass\n\texcept :\n\t\tpass\n\treturn 1\n",
        ),
    ],
)
def test_it_is_named_as_python_does(keeps: Keeps, recipe: str, message: str, before: str, after: str) -> None:
    keeps(recipe, "TypeError", message, before, after)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("except-tuple", CAUGHT, 'try:\n    f()\n«except "A":\n    pass\n'),
        ("except-tuple", CAUGHT, 'try:\n    f()\n«except ["A"]:\n    pass\n'),
        ("except-tuple", CAUGHT, "try:\n    f()\n«except json:\n    pass\n"),
        ("except-tuple", CAUGHT, "W = [A]\nW.append(B)\ntry:\n    f()\n«except W:\n    pass\n"),
        ("not-implemented", RAISED, 'raise "text"\n'),
        ("not-implemented", RAISED, "NotImplemented = 3\n«raise NotImplemented\n"),
        ("bare-last", LAST, "try:\n    f()\n«except:\n    '''a\nb'''\nexcept A:\n    pass\n".replace("\nb", "\n  b")),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "TypeError", message, before, None)
