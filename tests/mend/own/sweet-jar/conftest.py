import pytest

from jar import Jar


@pytest.fixture
def jar():
    jar = Jar(capacity=3)
    jar.open = True
    return jar


@pytest.fixture
def full_jar(jar):
    jar.put("mint", "toffee", "fudge")
    return jar
