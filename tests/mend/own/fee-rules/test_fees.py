import pytest

from fees import RATES, monthly_fee, surcharge


@pytest.fixture
def family():
    return {"lessons": 4, "instruments": ["piano"], "siblings": 2}


def test_no_lessons_cost_nothing():
    assert monthly_fee(0) == 0


def test_surcharges_are_added():
    assert surcharge([]) == 0
    assert surcharge(["piano", "violin"]) == 0.3


def test_family_pays_less(family):
    alone = monthly_fee(family["lessons"], family["instruments"])
    assert monthly_fee(**family) < alone


@pytest.mark.parametrize("lessons, fee", [(1, 23.0), (2, 46.0), (5, 115.0)])
def test_drums(lessons, fee):
    assert monthly_fee(lessons, ["drums"]) == fee


def test_unknown_instrument():
    with pytest.raises(KeyError):
        surcharge(["theremin"])


@pytest.mark.parametrize("name", sorted(RATES))
def test_rates_are_modest(name):
    assert 0 < RATES[name] < 0.5


class TestSiblings:
    def test_one_sibling_is_enough(self):
        assert monthly_fee(2, siblings=1) == monthly_fee(2, siblings=3)

    def test_discount_is_a_tenth(self):
        assert monthly_fee(10, siblings=1) == 180.0


def test_negative_lessons():
    with pytest.raises(ValueError, match="negative"):
        monthly_fee(-1)
