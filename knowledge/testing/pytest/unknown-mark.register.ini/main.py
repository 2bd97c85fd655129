"""Orders are tested, some of them at night alone."""
# needs: pytest
# run: pytest -q -p no:asyncio main.py
# fails: PytestUnknownMarkWarning at line 9
# needs: posix
import pytest


@pytest.mark.nightly  # takes long
def test_orders():
    assert sum([1, 2]) == 3


@pytest.mark.smoke
@pytest.mark.skipif("sys.platform == 'win32'", reason="needs a POSIX system")
def test_smoke():
    assert max(2, 3) == 3
