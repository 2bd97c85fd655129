import pytest

from treemap import TreeMap


@pytest.fixture
def colours():
    return TreeMap([("m", "magenta"), ("c", "cyan"), ("y", "yellow"), ("k", "black")])
