"""A sum of prices."""
# needs: pytest
# run: pytest -q {file}
# fails: AssertionError at line 6
def test_sum():
    assert sum([0.1, 0.2]) == 0.3  # in EUR
