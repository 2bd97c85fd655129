"""Orders."""
from main import count


def total():
    return count()
