"""A test asks for a fixture by a name with one letter too many."""
# needs: pytest
# run: pytest -q {file}
# fails: pytest at line 13
import pytest


@pytest.fixture
def basket() -> list[str]:
    return ["tea", "bread"]


def test_basket_has_tea(baskett: list[str]) -> None:
    baskett.append("jam")  # one more
    assert "tea" in baskett
    assert len(baskett) == 3
