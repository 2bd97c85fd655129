import pytest

from cart import Cart


@pytest.fixture
def empty_cart():
    return Cart()


@pytest.fixture
def filled_cart():
    cart = Cart()
    cart.add("tea", 349, 2)
    cart.add("mug", 799)
    return cart


def test_starts_empty(empty_cart):
    assert len(empty_cart) == 0
    assert empty_cart.total() == 0


def test_total(filled_cart):
    assert filled_cart.total() == 1497


def test_remove(full_cart):
    full_cart.remove("mug")
    assert len(full_cart) == 2
    assert full_cart.total() == 698


def test_no_negative_count(empty_cart):
    with pytest.raises(ValueError, match="positive"):
        empty_cart.add("tea", 349, -1)
