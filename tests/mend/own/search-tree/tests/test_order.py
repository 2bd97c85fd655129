from treemap import TreeMap


def test_iterates_in_order(colours):
    assert list(colours) == ["c", "k", "m", "y"]


def test_overwrite_keeps_length(colours):
    colours["k"] = "key"
    assert len(colours) == 4


def test_depth(colours):
    assert colours.depth == 3


def test_empty():
    empty = TreeMap()
    assert list(empty) == [] and len(empty) == 0 and empty.depth == 0
