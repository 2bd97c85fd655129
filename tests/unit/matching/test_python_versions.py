import pytest
from tracemend.matching.versions import holds


@pytest.mark.parametrize(
    ("condition", "version", "expected"),
    [
        (">=3.10", "3.10", True),
        (">=3.10", "3.9", False),
        ("<3.10", "3.9", True),
        ("<3.10", "3.10", False),
        (">3.9", "3.10", True),
        (">=3.10,<3.12", "3.11", True),
        (">=3.10,<3.12", "3.12", False),
        (">=3.10, !=3.11", "3.11", False),
        ("==3.11", "3.11.4", True),
        ("<3.11.4", "3.11", True),
        (">=3", "3.9", True),
        ("<3", "2.7", True),
        ("3.10", "3.10", None),
        ("", "3.10", None),
        (">=3.x", "3.10", None),
        (">=3.10", "unknown", None),
    ],
)
def test_conditions(condition: str, version: str, expected: bool | None) -> None:
    assert holds(condition, version) is expected
