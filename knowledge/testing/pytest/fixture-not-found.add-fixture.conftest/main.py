"""The function is in conftest.py, beside fixtures."""
# needs: pytest
# run: pytest -q {file}
# fails: pytest at line 7


def test_basket_has_tea(basket):
    assert basket == ["tea", "jam"]  # in this order
