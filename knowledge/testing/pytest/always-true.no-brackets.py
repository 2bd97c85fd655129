"""A tuple is always true."""
# run: pytest -q -p no:cacheprovider {file}
# needs: pytest
# fails: PytestAssertRewriteWarning at line 6
def test_sum():
    assert (1 + 1 == 2, "the sum is wrong")
