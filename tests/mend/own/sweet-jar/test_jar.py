import pytest

from jar import Jar, LidClosed


def test_new_jar_is_empty(jar):
    assert jar.sweets == []


def test_put_counts(jar):
    assert jar.put("mint", "toffee") == 2


def test_no_more_than_capacity(full_jar):
    assert full_jar.put("liquorice") == 0
    assert len(full_jar.sweets) == 3


def test_last_in_first_out(filled_jar):
    assert full_jar.take() == "fudge"
    assert full_jar.take() == "toffee"


def test_take_makes_room(full_jar):
    full_jar.take()
    assert full_jar.put("liquorice", "mint") == 1


@pytest.mark.parametrize("sweets", [(), ("mint",), ("mint", "fudge")])
def test_closed_lid(sweets):
    closed = Jar(capacity=2)
    with pytest.raises(LidClosed):
        closed.put(*sweets)
