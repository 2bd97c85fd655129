"""The mark has its own spelling."""
# run: pytest -q -p no:cacheprovider {file}
# needs: pytest
# fails: Failed at line 7
import pytest

@pytest.mark.parameterize("number", [1, 2])
def test_number(number):
    assert number > 0
