import pytest

from plate import Plate


@pytest.fixture
def plate():
    plate = Plate(5, 5)
    plate.heat_edge("top", 100.0)
    return plate


def test_only_the_top_is_hot_at_first(plate):
    assert plate.grid[0] == [100.0] * 5
    assert plate.grid[4] == [0.0] * 5


def test_step_warms_the_second_row(plate):
    plate.step()
    assert plate.grid[1][2] == pytest.approx(25.0)


def test_settles_to_a_quarter_in_the_middle(plate):
    plate.settle()
    assert plate.grid[2][2] == pytest.approx(25.0, abs=1e-3)


@pytest.mark.parametrize("rows, columns", [(3, 4), (2, 6)])
def test_size(rows, columns):
    plate = Plate(rows, columns, start=20.0)
    assert len(plate.render().splitlines()) == rows
    assert plate.render().split() == ["20.0"] * (rows * columns)
