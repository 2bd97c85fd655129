"""The test calls what it is given by another name."""
# needs: pytest
# run: pytest -q {file}
# fails: pytest at line 9
import pytest


@pytest.mark.parametrize("text, number", [("1", 1), ("2", 2)])
def test_int(text, wanted):
    assert int(text) == wanted  # as a number
