import pytest

from postage import Parcel, quote, shipping_cost


@pytest.mark.parametrize("weight, country, cost", [
    (1.0, "AT", 4.5),
    (1.2, "FR", 8.7),
])
def test_shipping_cost(weight, country, cost):
    assert shipping_cost(weight, country) == pytest.approx(cost)


def test_quote_with_insurance():
    parcel = Parcel(2.0, "NO", insured=True)
    assert quote(parcel) == pytest.approx(9.8 + 2 * 1.9 + 2.5)


def test_no_weight():
    with pytest.raises(ValueError):
        quote(Parcel(0, "DE"))
