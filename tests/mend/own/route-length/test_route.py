import pytest

from route import Leg, Route


def lake_walk():
    return Route("Lake", [Leg(1.1, 50), Leg(2.2, 120), Leg(4.0)])


class TestLeg:
    def test_flat(self):
        assert Leg(6.0).hours == 1.5

    def test_steep(self):
        assert Leg(2.0, 800).hours == 2.25


class TestRoute:
    def test_empty(self):
        assert Route("none").km() == 0

    def test_length(self):
        route = lake_walk()
        assert len(route.legs) == 3
        assert route.km() == 7.3

    def test_climb(self):
        assert lake_walk().climb() == 170

    def test_back(self):
        back = lake_walk().reversed([0, 10, 160])
        assert [leg.climb for leg in back.legs] == [160, 10, 0]
        assert back.hours() == pytest.approx(2.0375)
