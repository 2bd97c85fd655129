from discount import price


def test_guest_pays_full_price():
    assert price(2000) == 2000


def test_member_pays_less():
    assert price(2000, member=True) == 1800
