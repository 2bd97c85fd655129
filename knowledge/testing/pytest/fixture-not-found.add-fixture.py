"""A function that a test asks for lacks the decorator."""
# needs: pytest
# run: pytest -q {file}
# fails: pytest at line 13


def basket():
    """A basket with tea."""
    items = ["tea"]  # one thing
    yield items


def test_basket_has_tea(basket):
    assert basket == ["tea"]
