import pytest


@pytest.mark.parametrize("key, name", [("m", "magenta"), ("c", "cyan"), ("k", "black")])
def test_getitem(colours, key, name):
    assert colours[key] == name


def test_missing_key(colours):
    with pytest.raises(KeyError):
        colours["x"]


def test_get_default(colours):
    assert colours.get("x", "?") == "?"
