import pytest

from paint.mixer import Mix


def test_empty():
    assert Mix().volume() == 0


@pytest.mark.parametrize(
    "colour, share",
    [("blue", 0.25), ("yellow", 0.75), ("red", 0)],
)
def test_share(colour, share):
    mix = Mix().add("blue", 0.5).add("yellow", 1.5)
    assert mix.share(colour) == share


class TestVolume:
    def test_same_colour_twice(self):
        mix = Mix().add("blue", 0.1).add("blue", 0.2)
        assert mix.volume() == 0.3
