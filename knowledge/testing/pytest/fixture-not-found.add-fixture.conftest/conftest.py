import pytest


@pytest.fixture
def items():
    return ["tea", "jam"]


def basket(items):
    return list(items)
