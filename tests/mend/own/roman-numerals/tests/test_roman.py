import pytest

from roman import RomanError, convert, from_roman, to_roman


@pytest.mark.parametrize("number, text", [
    (1, "I"), (4, "IV"), (9, "IX"), (44, "XLIV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX"),
])
def test_to_roman(number, text):
    assert to_roman(number) == text


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_out_of_range(number):
    with pytest.raises(RomanError):
        to_roman(number)


def test_there_and_back():
    for number in range(1, 4000):
        assert from_roman(to_roman(number)) == number


@pytest.mark.parametrize("text", ["", "ABC", "IIII", "VX"])
def test_malformed(text):
    with pytest.raises(RomanError):
        from_roman(text)


def test_convert():
    assert convert("12") == "XII"
    assert convert(" mmxxiv ") == "2024"
